using Conformance.Steps.Calls;

namespace Conformance.Steps;

/// <summary>The features that travel inside this assembly.</summary>
public static class EmbeddedFeatures
{
    private const string Suffix = ".feature";

    /// <summary>Every scenario, in the order of files and lines.</summary>
    public static IReadOnlyList<Scenario> Load()
    {
        var assembly = typeof(EmbeddedFeatures).Assembly;
        var examples = OperationExamples.Sources();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return FeatureParser.Parse(new FeatureSource(name.Replace('\\', '/'), reader.ReadToEnd()), examples);
            })];
    }
}
