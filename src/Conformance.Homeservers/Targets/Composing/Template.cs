using System.Text.RegularExpressions;
using Conformance.Homeservers.Profiles;

namespace Conformance.Homeservers.Targets.Composing;

/// <summary>A text with <c>{{variable}}</c>.</summary>
internal static partial class Template
{
    /// <summary>The variables that a text uses, each with the line in it, counted from 0.</summary>
    public static IEnumerable<(string Name, int Line)> Variables(string text)
    {
        foreach (Match match in Variable().Matches(text))
            yield return (match.Groups[1].Value.Trim(), text.AsSpan(0, match.Index).Count('\n'));
    }

    /// <summary>The text with its variables' values.</summary>
    /// <exception cref="TargetException">A variable has no value.</exception>
    public static string Render(string text, VariableSet variables) => Render(text, variables, static value => value);

    /// <summary>The text with its variables' values, each in another form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="variables">The values.</param>
    /// <param name="encode">Gives a value the form that it is to have.</param>
    /// <exception cref="TargetException">A variable has no value.</exception>
    public static string Render(string text, VariableSet variables, Func<string, string> encode) =>
        Variable().Replace(text, match => encode(variables[match.Groups[1].Value.Trim()]));

    /// <summary>The number in a text that is exactly one variable with a number; null for any other text.</summary>
    /// <exception cref="TargetException">The variable has no value.</exception>
    public static int? Number(string text, VariableSet variables) =>
        Variable().Match(text) is { Success: true } match && match.Length == text.Length && match.Groups[1].Value.Trim() is { } name
        && (name == VariableNames.Port || name.EndsWith(".port", StringComparison.Ordinal)) && int.TryParse(variables[name], out var number)
            ? number
            : null;

    // Anything between the braces, so that mistakes are found.
    [GeneratedRegex(@"\{\{([^{}\r\n]*)\}\}")]
    private static partial Regex Variable();
}
