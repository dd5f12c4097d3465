using Conformance.Matrix.Verdicts;

namespace Conformance.Steps.Calls;

/// <summary>The bodies that scenarios share: <c>features/CHAPTER/bodies/NAME.json</c>. A name is given once in all chapters.</summary>
internal static class BodyFiles
{
    private const string Folder = "/bodies/";
    private const string Extension = ".json";

    /// <summary>The text of a body, <c>{name}</c> not yet filled in.</summary>
    /// <exception cref="SuiteErrorException">There is no such file.</exception>
    public static string Read(string name)
    {
        var assembly = typeof(BodyFiles).Assembly;
        var resource = assembly.GetManifestResourceNames().FirstOrDefault(known => known.Replace('\\', '/').EndsWith(Folder + name + Extension, StringComparison.Ordinal))
            ?? throw new SuiteErrorException($"the feature names the body \"{name}\", and there is no features/*/bodies/{name}.json.");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
