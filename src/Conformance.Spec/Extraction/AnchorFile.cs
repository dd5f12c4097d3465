using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Spec.Extraction;

/// <summary>Puts the anchors of a version into the file that has those of all versions. The same anchors give the same bytes.</summary>
internal static class AnchorFile
{
    private static readonly JsonSerializerOptions Layout =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file.</summary>
    /// <param name="folder">The folder of the file; what it says of other versions stays.</param>
    /// <param name="version">The version.</param>
    /// <param name="anchors">Its anchors.</param>
    /// <exception cref="SpecException">The file that is there cannot be read.</exception>
    public static void Write(string folder, SpecVersion version, IEnumerable<string> anchors)
    {
        var path = Path.Combine(folder, Anchors.FileName);
        var versions = new SortedDictionary<string, SortedSet<SpecVersion>>(StringComparer.Ordinal);
        foreach (var (others, known) in Read(path))
        {
            foreach (var anchor in known)
                Of(anchor).UnionWith(others.Split(' ').Select(SpecVersion.Parse).Where(other => other != version));
        }

        foreach (var anchor in anchors)
            Of(anchor).Add(version);
        var byVersions = versions
            .Where(pair => pair.Value.Count > 0)
            .GroupBy(pair => string.Join(' ', pair.Value), pair => pair.Key, StringComparer.Ordinal)
            .OrderBy(group => group.Key.Split(' ').Select(SpecVersion.Parse).First())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        File.WriteAllText(path, JsonSerializer.Serialize(byVersions, Layout) + "\n");

        SortedSet<SpecVersion> Of(string anchor) =>
            versions.TryGetValue(anchor, out var known) ? known : versions[anchor] = [];
    }

    private static Dictionary<string, List<string>> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, List<string>>>(File.ReadAllBytes(path))!;
        }
        catch (JsonException invalid)
        {
            throw new SpecException(
                new Problem($"{path} is not a file of anchors") { Why = invalid.Message.TrimEnd('.'), NextStep = "remove it." }, invalid);
        }
    }
}
