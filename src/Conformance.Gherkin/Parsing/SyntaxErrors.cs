using System.Text.RegularExpressions;
using ParserException = global::Gherkin.ParserException;
using TokenType = global::Gherkin.TokenType;
using UnexpectedEOFException = global::Gherkin.UnexpectedEOFException;
using UnexpectedTokenException = global::Gherkin.UnexpectedTokenException;

namespace Conformance.Gherkin.Parsing;

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
            .Select(error => At(source.File, Math.Min(error.Line, lines), error.Message))
            .Distinct()]);
    }

    /// <summary>The form of every error.</summary>
    public static string At(string file, int line, string message) => $"{file}:{line}: {message}";

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
            .Select(type => Enum.TryParse<TokenType>(type.TrimStart('#'), out var token) ? Word(token) : type)
            .OfType<string>()
            .Distinct()
            .ToList();
        return words.Count switch
        {
            0 => "nothing more",
            1 => words[0],
            _ => $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}",
        };
    }

    private static string? Word(TokenType token) => token switch
    {
        TokenType.EOF => "the end of the file",
        TokenType.TagLine => "tags",
        TokenType.FeatureLine => "'Feature:'",
        TokenType.BackgroundLine => "'Background:'",
        TokenType.ScenarioLine => "'Scenario:'",
        TokenType.ScenarioOutlineLine => "'Scenario Outline:'",
        TokenType.ExamplesLine => "'Examples:'",
        TokenType.StepLine => "a step",
        TokenType.DocStringSeparator => "\"\"\"",
        TokenType.TableRow => "a table row",
        TokenType.Language => "'# language:'",
        TokenType.Other => "text",
        _ => null,
    };

    [GeneratedRegex(@"^\(\d+:\d+\): ")]
    private static partial Regex LocationPrefix();
}
