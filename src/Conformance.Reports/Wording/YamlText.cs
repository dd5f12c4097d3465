using System.Globalization;
using System.Text;

namespace Conformance.Reports.Wording;

/// <summary>Text as YAML has it between double quotes. It is read by people in a terminal: only what must be is escaped.</summary>
internal static class YamlText
{
    /// <summary>The text with its quotes, on one line.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                quoted.Append('\\').Append(rune);
            else if (rune.Value is '\n')
                quoted.Append("\\n");
            else if (IsUnsafe(rune))
                quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
            else
                quoted.Append(rune);
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsUnsafe(Rune rune) => rune.Value is 0xFFFE or 0xFFFF
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator;
}
