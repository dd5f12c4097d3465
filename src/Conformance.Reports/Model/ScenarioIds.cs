using System.Globalization;
using System.Text;
using Conformance.Runner.Features;

namespace Conformance.Reports.Model;

/// <summary>
/// Names scenarios by feature and title (<c>devices/deletion#deleting-a-device-ends-its-session</c>), so that an entry of a baseline or a
/// comparison
/// survives lines that move.
/// </summary>
internal static class ScenarioIds
{
    private const string Extension = ".feature";

    /// <summary>An id for each scenario; where titles give the same, the later lines get a number.</summary>
    /// <param name="scenarios">The scenarios, by file and line.</param>
    /// <param name="root">The folder to leave out.</param>
    public static IReadOnlyDictionary<Scenario, string> Of(IEnumerable<Scenario> scenarios, string root)
    {
        var ids = new Dictionary<Scenario, string>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scenario in scenarios)
        {
            var plain = $"{Feature(scenario.File, root)}#{Slug(scenario.Name)}";
            var id = plain;
            for (var number = 2; !taken.Add(id); number++)
                id = string.Create(CultureInfo.InvariantCulture, $"{plain}-{number}");
            ids.Add(scenario, id);
        }

        return ids;
    }

    private static string Feature(string file, string root)
    {
        var path = file.StartsWith(root + "/", StringComparison.Ordinal) ? file[(root.Length + 1)..] : file;
        return path.EndsWith(Extension, StringComparison.Ordinal) ? path[..^Extension.Length] : path;
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character) || character is '_' or '.')
                slug.Append(char.ToLowerInvariant(character));
            else if (character is not '\'' && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
