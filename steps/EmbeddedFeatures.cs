using Conformance.Runner;
using Conformance.Runner.Features;
using Conformance.Steps.Calls;
using Conformance.Steps.Examples;

namespace Conformance.Steps;

/// <summary>The features that travel inside this assembly.</summary>
public static class EmbeddedFeatures
{
    private const string Suffix = ".feature";

    /// <summary>The feature files, in the order of their names.</summary>
    public static IReadOnlyList<FeatureSource> Sources =>
        [.. typeof(EmbeddedFeatures).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read)];

    /// <summary>The rows of generated examples.</summary>
    public static ExampleSources Examples { get; } = new([.. OperationExamples.All, .. SessionExamples.All, .. TokenExamples.All]);

    /// <summary>Every scenario, in the order of files and lines.</summary>
    public static IReadOnlyList<Scenario> Load() => [.. Sources.SelectMany(source => FeatureParser.Parse(source, Examples))];

    private static FeatureSource Read(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedFeatures).Assembly.GetManifestResourceStream(name)!);
        return new FeatureSource(name.Replace('\\', '/'), reader.ReadToEnd());
    }
}
