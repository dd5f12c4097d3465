using System.CommandLine;
using System.Globalization;
using Conformance.Spec;

namespace Conformance.Cli.Parsing;

/// <summary>Makes options whose errors say what was expected and what was given.</summary>
internal static class Options
{
    /// <summary>An option without a value.</summary>
    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>An option with a text.</summary>
    public static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    /// <summary>An option with a text that may be given more than once.</summary>
    public static Option<string[]> Texts(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value, Arity = ArgumentArity.OneOrMore, DefaultValueFactory = _ => [] };

    /// <summary>An option with a whole number.</summary>
    public static Option<int?> Number(string name, string value, int least, int most, string description) => new(name)
    {
        Description = description,
        HelpName = value,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least
                && number <= most)
                return number;

            var range = most == int.MaxValue
                ? string.Create(CultureInfo.InvariantCulture, $"of at least {least}")
                : string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}");
            result.AddError($"{name} takes a whole number {range}, not \"{text}\"");
            return null;
        },
    };

    /// <summary>An option with a time in seconds.</summary>
    public static Option<TimeSpan?> Seconds(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0
                and <= 86_400)
                return TimeSpan.FromSeconds(seconds);

            result.AddError($"{name} takes a number of seconds above 0, at most 86400, not \"{text}\"");
            return null;
        },
    };

    /// <summary>An option with a version of the specification.</summary>
    public static Option<SpecVersion?> Version(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "VERSION",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (SpecVersion.TryParse(text, out var version))
                return version;

            result.AddError($"{name} takes a version of the specification such as v1.19, not \"{text}\"");
            return null;
        },
    };

    /// <summary>An option with one of an enumeration's names in lower case; the first is the default.</summary>
    public static Option<T> Choice<T>(string name, string value, string description)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(choice => choice.ToLowerInvariant()).ToArray();
        return new(name)
        {
            Description = $"{description} ({string.Join(", ", names)})",
            HelpName = value,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (names.Contains(text, StringComparer.Ordinal))
                    return Enum.Parse<T>(text, ignoreCase: true);

                result.AddError($"{name} takes {string.Join(", ", names.SkipLast(1))} or {names[^1]}, not \"{text}\"");
                return default;
            },
        };
    }
}
