using System.Text.RegularExpressions;

namespace Conformance.Spec.Extraction;

/// <summary>
/// Reads the anchors of the published pages off the specification's prose. The site names an anchor by the heading in lower case, with
/// hyphens for spaces and without other punctuation, unless the heading gives its own; of headings that are alike the first has the name.
/// </summary>
internal static partial class PageAnchors
{
    private const string Content = "content";
    private const string Fence = "```";

    /// <summary>The anchors as clauses name them (<c>client-server-api/#soft-logout</c>), in ordinal order; empty where the sources have no
    /// prose.</summary>
    /// <param name="specPath">A checkout of the specification's repository.</param>
    public static IReadOnlyList<string> Read(string specPath)
    {
        var folder = Path.Combine(specPath, Content);
        if (!Directory.Exists(folder))
            return [];
        var pages = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .GroupBy(file => PageOf(Path.GetRelativePath(folder, file)), StringComparer.Ordinal);
        return
        [
            .. pages.SelectMany(page => page.SelectMany(file => Headings(File.ReadLines(file)))
                    .Distinct(StringComparer.Ordinal)
                    .Select(name => $"{page.Key}#{name}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    // A page is a file, or a folder with everything that it includes.
    private static string PageOf(string file)
    {
        var parts = file.Replace('\\', '/').Split('/');
        return parts is [var single] ? single is "_index.md" ? "" : $"{Path.GetFileNameWithoutExtension(single)}/" : $"{parts[0]}/";
    }

    private static IEnumerable<string> Headings(IEnumerable<string> lines)
    {
        var isCode = false;
        foreach (var line in lines)
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
                isCode = !isCode;
            else if (!isCode && Heading().Match(line) is { Success: true } heading)
                yield return Name(heading.Groups["text"].Value);
        }
    }

    private static string Name(string heading)
    {
        if (Own().Match(heading) is { Success: true } own)
            return own.Groups["id"].Value;
        var text = Link().Replace(Shortcode().Replace(heading, ""), "${text}").Trim().ToLowerInvariant();
        return string.Concat(text
            .Where(character => char.IsLetterOrDigit(character) || character is '-' or '_' or ' ')
            .Select(character => character == ' ' ? '-' : character));
    }

    [GeneratedRegex(@"^#{1,6} +(?<text>.*?)\s*#*$")]
    private static partial Regex Heading();

    [GeneratedRegex("""\{(?:#(?<id>[\w-]+)|id="(?<id>[^"]+)")\}""")]
    private static partial Regex Own();

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();
}
