using System.Text.RegularExpressions;
using Conformance.Runner.Bindings;

namespace Conformance.Runner.Expressions;

/// <summary>What <c>{name}</c> in a cucumber expression stands for.</summary>
internal sealed class ParameterTypes
{
    private const string Anything = ".*";
    private const string Whole = @"-?\d+";
    private const string Number = @"[-+]?(?:\d+(?:[.,]\d+)*|[.,]\d+)(?:E[-+]?\d+)?";

    private static readonly (Type Type, string Pattern, string? Alias)[] BuiltIn =
    [
        (typeof(byte), Whole, "byte"),
        (typeof(short), Whole, null),
        (typeof(int), Whole, "int"),
        (typeof(long), Whole, "long"),
        (typeof(float), Number, "float"),
        (typeof(double), Number, "double"),
        (typeof(decimal), Number, "decimal"),
        (typeof(bool), Anything, null),
        (typeof(char), Anything, null),
        (typeof(DateTime), Anything, null),
        (typeof(Guid), Anything, null),
    ];

    private readonly Dictionary<string, List<string>> _patterns = new(StringComparer.Ordinal);

    /// <summary>Takes the transformations, and the types of all step definitions' parameters, whose enumerations are known by their names.</summary>
    public ParameterTypes(IEnumerable<ArgumentTransformation> transformations, IEnumerable<Type> parameters)
    {
        Add("", Anything);
        Add("word", @"[^\s]+");
        Add("string", Anything);
        foreach (var (type, pattern, alias) in BuiltIn)
        {
            Add(type.Name, pattern);
            if (alias is not null)
                Add(alias, pattern);
        }

        foreach (var type in parameters.Where(type => type.IsEnum).Distinct())
            Add(type.FullName!, Anything);

        foreach (var transformation in transformations)
            AddTransformation(transformation);
    }

    /// <summary>The names in short, in order, for messages.</summary>
    public IEnumerable<string> Names => _patterns.Keys
        .Where(name => name.Length > 0 && !BuiltIn.Any(entry => entry.Alias is not null && entry.Type.Name == name))
        .Select(name => name[(name.LastIndexOfAny(['.', '+']) + 1)..])
        .Distinct()
        .Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>The regular expressions of a name, without groups; null for an unknown one.</summary>
    /// <exception cref="ExpressionException">Several types have that name.</exception>
    public IReadOnlyList<string>? Find(string name)
    {
        if (_patterns.TryGetValue(name, out var patterns))
            return Simplify(patterns);
        if (name.Length == 0)
            return null;

        // Types are kept by their full names, and used by their short ones.
        var full = _patterns.Keys
            .Where(key => key.EndsWith($".{name}", StringComparison.Ordinal) || key.EndsWith($"+{name}", StringComparison.Ordinal))
            .ToList();
        return full.Count switch
        {
            0 => null,
            1 => Simplify(_patterns[full[0]]),
            _ => throw new ExpressionException($"{{{name}}} may be any of {string.Join(", ", full)}; write the full name, or give a transformation a Name"),
        };
    }

    private void AddTransformation(ArgumentTransformation transformation)
    {
        var pattern = PatternOf(transformation.Regex);
        var target = transformation.Method.ReturnType;
        var builtIn = BuiltIn.FirstOrDefault(entry => entry.Type == target);
        var isBuiltIn = builtIn.Type is not null || target == typeof(string) || target == typeof(object);
        var name = transformation.Name;
        if (!isBuiltIn && (name is null || name == target.Name))
            name = target.FullName;
        if ((name ?? (target == typeof(object) ? null : target.Name)) is { } known)
            Add(known, pattern);
        if (builtIn.Alias is { } alias)
            Add(alias, pattern);
    }

    private void Add(string name, string pattern)
    {
        if (!_patterns.TryGetValue(name, out var patterns))
            _patterns.Add(name, patterns = []);
        if (!patterns.Contains(pattern))
            patterns.Add(pattern);
    }

    private static List<string> Simplify(List<string> patterns) => patterns.Contains(Anything) ? [Anything] : patterns;

    // A regular expression with groups of its own kind cannot be made part of a larger one: it is asked again when its value is converted.
    private static string PatternOf(Regex? regex)
    {
        var pattern = regex?.ToString().TrimStart('^').TrimEnd('$');
        if (pattern is null || pattern.Contains("(?", StringComparison.Ordinal) || pattern.Contains(@"\(", StringComparison.Ordinal))
            return Anything;
        return pattern.Contains('|', StringComparison.Ordinal) || pattern.Contains('(', StringComparison.Ordinal)
            ? $"(?:{pattern.Replace("(", "(?:", StringComparison.Ordinal)})"
            : pattern;
    }
}
