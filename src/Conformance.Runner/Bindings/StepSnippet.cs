using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Runner.Features;

namespace Conformance.Runner.Bindings;

/// <summary>Writes the definition that a step lacks.</summary>
internal static partial class StepSnippet
{
    /// <summary>A method with its attribute, to paste into a <c>[Binding]</c> class.</summary>
    public static string For(ScenarioStep step)
    {
        var parameters = new List<string>();
        var expression = new StringBuilder();
        var words = new StringBuilder();
        var position = 0;
        foreach (Match value in Values().Matches(step.Text))
        {
            Append(step.Text[position..value.Index]);
            var (type, clr, name) = TypeOf(value.Value);
            expression.Append(CultureInfo.InvariantCulture, $"{{{type}}}");
            var number = parameters.Count(parameter => parameter.StartsWith($"{clr} {name}", StringComparison.Ordinal));
            parameters.Add($"{clr} {name}{(number == 0 ? "" : number + 1)}");
            position = value.Index + value.Length;
        }

        Append(step.Text[position..]);
        if (step.DocString is not null)
            parameters.Add("string docString");
        if (step.Table is not null)
            parameters.Add("DataTable table");

        var literal = expression.ToString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"""
            [{step.Kind}("{literal}")]
            public Task {step.Kind}{MethodName(words.ToString())}({string.Join(", ", parameters)}) => throw new PendingStepException();
            """;

        void Append(string text)
        {
            expression.Append(Reserved().Replace(text, "\\$0"));
            words.Append(text);
        }
    }

    private static (string Type, string Clr, string Name) TypeOf(string value) =>
        value[0] is '"' or '\'' ? ("string", "string", "text")
        : value.Contains('.', StringComparison.Ordinal) ? ("double", "double", "number")
        : ("int", "int", "number");

    private static string MethodName(string text) =>
        string.Concat(Words().Matches(text).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]));

    [GeneratedRegex("""  "[^"]*"|(?<!\w)'[^']*'(?!\w)|(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.-])  """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Values();

    [GeneratedRegex(@"[(){}/\\]")]
    private static partial Regex Reserved();

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Words();
}
