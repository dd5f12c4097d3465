using System.Text.Json;

namespace Conformance.Spec;

/// <summary>
/// The anchors of the specification's published pages, version by version: <c>schemas/anchors.json</c>, which the extraction writes, and
/// <c>schemas/moved-anchors.json</c>, which says where a clause stood before it had its anchor of today.
/// </summary>
public sealed class Anchors
{
    /// <summary>The name of the file that the extraction writes: the anchors, by the versions that have them.</summary>
    internal const string FileName = "anchors.json";

    private static readonly Lazy<Anchors> Loaded =
        new(() => new Anchors(Read(FileName), Read("moved-anchors.json")));

    private readonly Dictionary<string, HashSet<string>> _byVersion;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _earlier;

    /// <param name="byVersions">The anchors, by the versions that have them, separated by spaces.</param>
    /// <param name="earlier">For each anchor the places before, the nearest first.</param>
    internal Anchors(
        IReadOnlyDictionary<string, IReadOnlyList<string>> byVersions, IReadOnlyDictionary<string, IReadOnlyList<string>> earlier)
    {
        _byVersion = byVersions
            .SelectMany(pair => pair.Key.Split(' ').Select(version => (Version: version, Anchors: pair.Value)))
            .GroupBy(pair => pair.Version, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.SelectMany(pair => pair.Anchors).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
        _earlier = earlier;
    }

    /// <summary>Those that the suite knows.</summary>
    public static Anchors Known => Loaded.Value;

    /// <summary>The versions whose anchors are known.</summary>
    public IReadOnlyCollection<string> Versions => _byVersion.Keys;

    /// <summary>Whether a version has an anchor; true where nothing is known of the version.</summary>
    /// <param name="anchor">Page and fragment: <c>client-server-api/#soft-logout</c>.</param>
    /// <param name="version">The version.</param>
    public bool Has(string anchor, SpecVersion version) =>
        !_byVersion.TryGetValue(version.ToString(), out var anchors) || anchors.Contains(anchor);

    /// <summary>The anchor of a clause in a version: its own, or the nearest that it had before; the page where the version has
    /// none. One that no version has is left as it is: it is of another specification.</summary>
    /// <param name="anchor">The clause's anchor today.</param>
    /// <param name="version">The version to link to.</param>
    public string Of(string anchor, SpecVersion version)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        var places = _earlier.GetValueOrDefault(anchor, []).Prepend(anchor).ToList();
        return places.Find(place => Has(place, version))
            ?? (_byVersion.Values.Any(anchors => places.Exists(anchors.Contains)) ? anchor.Split('#')[0] : anchor);
    }

    private static Dictionary<string, IReadOnlyList<string>> Read(string name)
    {
        using var stream = EmbeddedData.Open($"schemas/{name}")!;
        return JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(stream)!;
    }
}
