using System.Text.RegularExpressions;
using Conformance.Runner.Features;
using Gherkin;

namespace Conformance.Runner.Parsing;

/// <summary>Says in words what the parser complains of.</summary>
internal static partial class SyntaxErrors
{
    /// <summary>All errors of a file as one exception, in the order of the lines.</summary>
    public static FeatureSyntaxException Describe(FeatureSource source, IEnumerable<ParserException> errors)
    {
        var lines = source.Text.Count(c => c == '\n') + 1;
        return new FeatureSyntaxException([.. errors
            .Select(error => (Line: error.Location?.Line ?? 1, Message: Describe(error)))
            .OrderBy(error => error.Line)
            .Select(error => new FeatureSyntaxError(source.File, Math.Min(error.Line, lines), error.Message))
            .Distinct()]);
    }

    private static string Describe(ParserException error) => error switch
    {
        UnexpectedTokenException unexpected =>
            $"'{unexpected.ReceivedToken.GetTokenValue().Trim()}' does not belong here; expected {Expected(unexpected.ExpectedTokenTypes)}",
        UnexpectedEOFException unexpected => $"the file ends too early; expected {Expected(unexpected.ExpectedTokenTypes)}",
        _ => LocationPrefix().Replace(error.Message, ""),
    };

    private static string Expected(IEnumerable<string> tokenTypes)
    {
        // A comment and an empty line may stand everywhere: naming them helps nobody.
        var words = tokenTypes
            .SelectMany(type => Words(type.TrimStart('#')))
            .Distinct()
            .ToList();
        return words.Count switch
        {
            0 => "nothing more",
            1 => words[0],
            _ => $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}",
        };
    }

    private static string[] Words(string tokenType) => tokenType switch
    {
        "EOF" => ["the end of the file"],
        "TagLine" => ["tags"],
        "FeatureLine" => ["'Feature:'"],
        "BackgroundLine" => ["'Background:'"],
        "RuleLine" => ["'Rule:'"],
        "ScenarioLine" => ["'Scenario:'", "'Scenario Outline:'"],
        "ExamplesLine" => ["'Examples:'"],
        "StepLine" => ["a step"],
        "DocStringSeparator" => ["\"\"\""],
        "TableRow" => ["a table row"],
        "Language" => ["'# language:'"],
        "Other" => ["text"],
        _ => [],
    };

    [GeneratedRegex(@"^\(\d+:\d+\): ")]
    private static partial Regex LocationPrefix();
}
