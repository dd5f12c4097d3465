using System.Text.RegularExpressions;

namespace Conformance.Spec.Extraction;

/// <summary>Finds out which version of the specification a folder holds.</summary>
internal static partial class VersionDetector
{
    private static readonly string[] Configurations = ["config/_default/hugo.toml", "config/_default/config.toml", "config.toml"];

    /// <summary>
    /// From the folder's name (<c>v1.19</c>), else the site's configuration of a release, else the newest changelog; null if nothing says
    /// it.
    /// </summary>
    public static SpecVersion? Detect(string directory)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
        if (name.StartsWith('v') && SpecVersion.TryParse(name, out var named))
            return named;
        return Released(directory) ?? NewestChangelog(directory);
    }

    // [params.version] of a release says status = "stable" with major and minor; on the main branch it says "unstable".
    private static SpecVersion? Released(string directory)
    {
        foreach (var file in Configurations.Select(file => Path.Combine(directory, file)).Where(File.Exists))
        {
            var text = File.ReadAllText(file);
            var start = text.IndexOf("[params.version]", StringComparison.Ordinal);
            if (start < 0)
                continue;
            var end = text.IndexOf("\n[", start, StringComparison.Ordinal);
            var settings = Setting().Matches(end < 0 ? text[start..] : text[start..end])
                .GroupBy(match => match.Groups[1].Value, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Last().Groups[2].Value, StringComparer.Ordinal);
            if (settings.GetValueOrDefault("status") is not "unstable"
                && SpecVersion.TryParse($"{settings.GetValueOrDefault("major")}.{settings.GetValueOrDefault("minor")}", out var version))
                return version;
        }

        return null;
    }

    private static SpecVersion? NewestChangelog(string directory)
    {
        var folder = Path.Combine(directory, "content", "changelog");
        if (!Directory.Exists(folder))
            return null;
        var versions = Directory.EnumerateFiles(folder, "v*.md")
            .Select(file => SpecVersion.TryParse(Path.GetFileNameWithoutExtension(file), out var version) ? version : (SpecVersion?)null)
            .OfType<SpecVersion>()
            .ToList();
        return versions.Count > 0 ? versions.Max() : null;
    }

    [GeneratedRegex("""^\s*(status|major|minor)\s*=\s*"?([^"\r\n]*?)"?\s*$""", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
