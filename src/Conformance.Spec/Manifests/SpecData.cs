namespace Conformance.Spec.Manifests;

/// <summary>The files of one version, wherever they lie.</summary>
/// <param name="name">What messages call the place.</param>
/// <param name="open">Opens a file by its path relative to the version's folder; null if there is none.</param>
internal sealed class SpecData(string name, Func<string, Stream?> open)
{
    private const string EmbeddedRoot = "schemas/";

    /// <summary>The data of a version in this assembly.</summary>
    public static SpecData Embedded(SpecVersion version) =>
        new($"the built-in data of {version}", file => EmbeddedData.Open($"{EmbeddedRoot}{version}/{file}"));

    /// <summary>The data of a version in a folder.</summary>
    public static SpecData Directory(string folder) =>
        new(folder, file => Path.Combine(folder, file) is var path && File.Exists(path) ? File.OpenRead(path) : null);

    /// <summary>The versions in this assembly, oldest first.</summary>
    public static IReadOnlyList<SpecVersion> EmbeddedVersions() =>
        InOrder(EmbeddedData.Names(EmbeddedRoot, "/" + Manifest.FileName).Select(resource => resource.Split('/')[1]));

    /// <summary>The versions in a folder that holds a folder for each, oldest first.</summary>
    public static IReadOnlyList<SpecVersion> VersionsIn(string folder) =>
        System.IO.Directory.Exists(folder)
            ? InOrder(System.IO.Directory.EnumerateDirectories(folder)
                .Where(version => File.Exists(Path.Combine(version, Manifest.FileName)))
                .Select(version => Path.GetFileName(version)!))
            : [];

    /// <summary>The bytes of a file; null if there is none.</summary>
    public byte[]? TryRead(string file)
    {
        using var stream = open(file);
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The bytes of a file that the manifest names.</summary>
    /// <exception cref="SpecException">There is none.</exception>
    public byte[] Read(string file) =>
        TryRead(file) ?? throw new SpecException(
            $"{name} has no {file}, which its manifest names",
            "extract it again with `conformance extract`.");

    /// <inheritdoc/>
    public override string ToString() => name;

    private static List<SpecVersion> InOrder(IEnumerable<string> names)
    {
        var versions = new List<SpecVersion>();
        foreach (var name in names)
        {
            if (SpecVersion.TryParse(name, out var version))
                versions.Add(version);
        }

        versions.Sort();
        return versions;
    }
}
