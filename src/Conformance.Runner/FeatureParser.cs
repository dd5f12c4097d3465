using Conformance.Runner.Features;
using Conformance.Runner.Parsing;
using Gherkin;

namespace Conformance.Runner;

/// <summary>Reads feature files with Cucumber's own parser.</summary>
/// <remarks>
/// Beyond the grammar, what would run nothing, or run under a name that does not say which, is an error too: a file without a feature, a
/// rule without scenarios, a scenario without a title or without steps, two scenarios of the same title, an outline without rows, a column
/// given twice.
/// </remarks>
public static class FeatureParser
{
    /// <summary>
    /// Reads one feature whose examples are all written out: each scenario, and each row of an outline, in the order of the file.
    /// </summary>
    /// <exception cref="FeatureSyntaxException">The text is not a valid feature; the message has all its errors, one a line.</exception>
    public static IReadOnlyList<Scenario> Parse(FeatureSource source) => Parse(source, new ExampleSources());

    /// <summary>Reads one feature: each scenario, and each row of an outline, in the order of the file.</summary>
    /// <param name="source">The feature.</param>
    /// <param name="examples">The sources of the examples that the feature only names.</param>
    /// <exception cref="FeatureSyntaxException">
    /// The text is not a valid feature, or names examples that no source makes; the message has all its errors, one a line.
    /// </exception>
    public static IReadOnlyList<Scenario> Parse(FeatureSource source, ExampleSources examples)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(examples);
        try
        {
            using var reader = new StringReader(source.Text);
            return new FeatureReader(source.File, examples).Read(new Parser().Parse(reader));
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
