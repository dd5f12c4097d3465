using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.JsonSchema.Patterns;

/// <summary>
/// A regular expression of a schema: ECMA-262 with unicode semantics, not anchored. The plain forms that schemas mostly use (<c>^prefix</c>,
/// <c>^[set]+$</c>) are matched on the UTF-8 bytes; all others by .NET's engine, within a time limit.
/// </summary>
internal sealed class Pattern
{
    private readonly PlainPattern? _plain;
    private readonly Regex? _regex;

    /// <summary>Compiles a pattern; <see cref="RegexSyntaxException"/> if it is malformed.</summary>
    public Pattern(string source, TimeSpan timeout)
    {
        Source = source;
        var node = EcmaRegexParser.Parse(source);
        _plain = PlainPattern.TryMake(node);
        if (_plain is not null)
            return;
        try
        {
            _regex = new Regex(DotNetRegex.Write(node), RegexOptions.CultureInvariant, timeout);
        }
        catch (ArgumentException)
        {
            throw new RegexSyntaxException("it is beyond what the regular expression engine can compile");
        }
    }

    /// <summary>The expression as it stands in the schema.</summary>
    public string Source { get; }

    /// <summary>Whether a string, given as the content of a <see cref="Values.JsonText"/>, matches somewhere; <see cref="RegexMatchTimeoutException"/> if that takes too long.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (_plain is not null)
            return _plain.IsMatch(text);
        const int OnStack = 256;
        var rented = text.Length > OnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        try
        {
            var units = rented ?? stackalloc char[OnStack];
            return _regex!.IsMatch(units[..Transcode(text, units)]);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented);
        }
    }

    // Halves of surrogate pairs, written as three bytes, are no UTF-8: they are taken over by hand.
    private static int Transcode(ReadOnlySpan<byte> text, Span<char> units)
    {
        var written = 0;
        while (true)
        {
            System.Text.Unicode.Utf8.ToUtf16(text, units[written..], out var read, out var wrote, replaceInvalidSequences: false);
            written += wrote;
            text = text[read..];
            if (text.IsEmpty)
                return written;
            if (text is [0xED, >= 0xA0 and <= 0xBF, var last, ..] && (last & 0xC0) == 0x80)
            {
                units[written++] = (char)(0xD000 | (text[1] & 0x3F) << 6 | last & 0x3F);
                text = text[3..];
            }
            else
            {
                units[written++] = (char)Rune.ReplacementChar.Value;
                text = text[1..];
            }
        }
    }
}
