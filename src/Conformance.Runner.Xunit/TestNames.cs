using System.Security.Cryptography;
using System.Text;

namespace Conformance.Runner.Xunit;

/// <summary>Names that filters and result files can hold on to: they depend on titles and folders, not on lines.</summary>
internal static class TestNames
{
    /// <summary>The class that a feature's tests seem to be in.</summary>
    public static string ClassOf(string assembly, string file, string title)
    {
        var folders = file.Split('/').SkipLast(1).Where(folder => folder.Length > 0).Select(Identifier).ToList();
        if (folders.FirstOrDefault() != "Features")
            folders.Insert(0, "Features");
        return string.Join('.', [assembly, .. folders, $"{Identifier(title)}Feature"]);
    }

    /// <summary>Each word with a capital, nothing between them: any other character would have to be escaped in a filter.</summary>
    public static string Identifier(string text)
    {
        var identifier = new StringBuilder();
        var atWordStart = true;
        foreach (var character in text)
        {
            if (character == '_' || char.IsLetterOrDigit(character))
            {
                if (identifier.Length == 0 && char.IsDigit(character))
                    identifier.Append('_');
                identifier.Append(atWordStart ? char.ToUpperInvariant(character) : character);
                atWordStart = false;
            }
            else
            {
                // What an apostrophe joins is one word.
                atWordStart |= character is not ('\'' or '’');
            }
        }

        return identifier.Length == 0 ? "_" : identifier.ToString();
    }

    /// <summary>An id that stays the same while the parts do.</summary>
    public static string Id(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];
}
