using Conformance.Gherkin.Parsing;
using CompositeParserException = global::Gherkin.CompositeParserException;
using Parser = global::Gherkin.Parser;
using ParserException = global::Gherkin.ParserException;

namespace Conformance.Gherkin;

/// <summary>Reads feature files with Cucumber's own parser.</summary>
/// <remarks>
/// Beyond the grammar, what would run nothing, or run under a name that does not say which, is an error too: a file without a feature, a scenario
/// without a title or without steps, two scenarios of the same title, an outline without rows, a column given twice.
/// The keyword <c>Rule</c> is not part of this grammar.
/// </remarks>
public static class FeatureParser
{
    /// <summary>Reads one feature: each scenario, and each row of an outline, in the order of the file.</summary>
    /// <exception cref="FeatureSyntaxException">The text is no valid feature; the message has all its errors, one a line.</exception>
    public static IReadOnlyList<Scenario> Parse(FeatureSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            using var reader = new StringReader(source.Text);
            var document = new Parser().Parse(reader);
            return new FeatureReader(source.File).Read(document);
        }
        catch (CompositeParserException exception)
        {
            throw SyntaxErrors.Describe(source, exception.Errors);
        }
        catch (ParserException exception)
        {
            throw SyntaxErrors.Describe(source, [exception]);
        }
    }
}
