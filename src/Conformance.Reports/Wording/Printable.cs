using System.Globalization;
using System.Text;

namespace Conformance.Reports.Wording;

/// <summary>Makes text from a server fit for a terminal: one line, no control characters, not too long.</summary>
public static class Printable
{
    /// <summary>
    /// The text on one line: line breaks and the blanks around them become one blank; other control characters, lone surrogates and code
    /// points
    /// that are not characters are written as
    /// <c>\u001B</c>, since a server under test must not be able to steer the terminal.
    /// </summary>
    public static string OneLine(string text)
    {
        if (!NeedsWork(text))
            return text;

        var line = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character is '\r' or '\n')
            {
                while (line.Length > 0 && line[^1] is ' ' or '\t')
                    line.Length--;
                while (index + 1 < text.Length && text[index + 1] is ' ' or '\t' or '\r' or '\n')
                    index++;
                line.Append(' ');
            }
            else if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                line.Append(character).Append(text[++index]);
            }
            else if (character is '\t')
            {
                // Written out at the end: before a line break it is one of the blanks that go.
                line.Append(character);
            }
            else if (IsUnsafe(character))
            {
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                line.Append(character);
            }
        }

        return line.Replace("\t", "\\u0009").ToString().Trim(' ');
    }

    /// <summary>The text on one line, of at most <paramref name="limit"/> characters, with a remark on what was left out.</summary>
    public static string Short(string text, int limit)
    {
        var line = OneLine(text);
        if (line.Length <= limit)
            return line;

        var end = char.IsHighSurrogate(line[limit - 1]) ? limit - 1 : limit;
        return string.Create(CultureInfo.InvariantCulture, $"{line[..end]}... ({line.Length} characters in all)");
    }

    private static bool NeedsWork(string text) =>
        text.Length > 0 && (text[0] == ' ' || text[^1] == ' ')
        || text.Any(IsUnsafe);

    private static bool IsUnsafe(char character) =>
        char.IsControl(character) || char.IsSurrogate(character) || IsDirectionMark(character) || IsSeparator(character)
        || IsNoCharacter(character);

    /// <summary>Code points that never stand for a character; terminals and the console library cannot measure them.</summary>
    private static bool IsNoCharacter(char character) => character is '\uFFFE' or '\uFFFF';

    /// <summary>Separators that some terminals and editors take for line breaks.</summary>
    private static bool IsSeparator(char character) => character is '\u2028' or '\u2029';

    /// <summary>Marks that turn the direction of text could make a line read as something it is not.</summary>
    private static bool IsDirectionMark(char character) =>
        character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
