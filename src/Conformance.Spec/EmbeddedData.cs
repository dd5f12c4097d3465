using System.Reflection;

namespace Conformance.Spec;

/// <summary>The data embedded in this assembly: <c>schemas/…</c> and <c>features/…/requirements.yaml</c>.</summary>
internal static class EmbeddedData
{
    private static readonly Assembly Home = typeof(EmbeddedData).Assembly;

    /// <summary>The logical names with a prefix and a suffix, in ordinal order.</summary>
    public static IReadOnlyList<string> Names(string prefix, string suffix)
    {
        var names = new List<string>();
        foreach (var resource in Home.GetManifestResourceNames())
        {
            var name = Normalise(resource);
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal))
                names.Add(name);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>Opens a resource; null if there is none of that name.</summary>
    public static Stream? Open(string name) =>
        Home.GetManifestResourceStream(name) ?? Home.GetManifestResourceStream(name.Replace('/', '\\'));

    // A build on Windows writes the folders of a logical name with backslashes.
    private static string Normalise(string name) => name.Replace('\\', '/');
}
