using System.Reflection;

namespace Conformance.Runner.TestHost;

/// <summary>The features that travel inside an assembly.</summary>
/// <param name="Sources">Their texts, in the order of their names.</param>
/// <param name="Root">The folder that their names are relative to; null where it is not known.</param>
internal sealed record FeatureResources(IReadOnlyList<FeatureSource> Sources, string? Root)
{
    private const string Suffix = ".feature";
    private const string RootKey = "RepositoryRoot";

    /// <summary>Reads them from an assembly.</summary>
    public static FeatureResources Of(Assembly assembly) => new(
        [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => Read(assembly, name))],
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == RootKey)?.Value);

    /// <summary>The file on disk, if it is there; else its name.</summary>
    public string PathOf(string file) =>
        Root is not null && Path.Combine(Root, file.Replace('/', Path.DirectorySeparatorChar)) is var path && File.Exists(path) ? path : file;

    private static FeatureSource Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return new FeatureSource(name.Replace('\\', '/'), reader.ReadToEnd());
    }
}
