using System.Reflection;

namespace Conformance.Spec;

/// <summary>The data that travels inside this assembly: <c>schemas/…</c> and <c>features/…/requirements.yaml</c>.</summary>
internal static class EmbeddedData
{
    private static readonly Assembly Home = typeof(EmbeddedData).Assembly;

    /// <summary>The logical names that begin and end so, in ordinal order.</summary>
    public static IReadOnlyList<string> Names(string prefix, string suffix) =>
        [.. Home.GetManifestResourceNames()
            .Select(Normalise)
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>Opens a resource; null if there is none of that name.</summary>
    public static Stream? Open(string name) => Home.GetManifestResourceStream(name) ?? Home.GetManifestResourceStream(name.Replace('/', '\\'));

    // A build on Windows writes the folders of a logical name with backslashes.
    private static string Normalise(string name) => name.Replace('\\', '/');
}
