using System.Buffers;

namespace Conformance.Matrix.Calls;

/// <summary>Copies a body piece by piece, and cuts the strings of JSON that are too long: what is left is the same JSON otherwise. A body
/// that begins like anything but an object or an array is copied as it is.</summary>
/// <param name="longest">How many bytes of a string are copied.</param>
internal sealed class StringCut(int longest)
{
    private bool? _isJson;
    private bool _inString;
    private bool _escaped;
    private int _length;
    private int _sinceEscape;
    private bool _isHigh;
    private bool _isCut;

    /// <summary>Copies the next piece.</summary>
    public void Write(ReadOnlySpan<byte> piece, IBufferWriter<byte> kept)
    {
        _isJson ??= piece.TrimStart(" \t\r\n\uFEFF"u8) is not [var first, ..] ? null : first is (byte)'{' or (byte)'[';
        if (_isJson != true)
        {
            kept.Write(piece);
            return;
        }

        var from = 0;
        for (var at = 0; at < piece.Length; at++)
        {
            if (!_isCut && _inString && _length >= longest && IsBoundary(piece[at]))
            {
                kept.Write(piece[from..at]);
                _isCut = true;
            }

            if (!Step(piece[at]))
                continue;
            if (_isCut)
                from = at;
            _isCut = false;
        }

        if (!_isCut)
            kept.Write(piece[from..]);
    }

    // Neither within an escape or a character, nor between the halves of a surrogate pair.
    private bool IsBoundary(byte next) =>
        !_escaped && next != '"' && (next & 0xC0) != 0x80 && _sinceEscape is 0 or > 4
        && !(_sinceEscape == 5 && _isHigh);

    /// <summary>Follows one byte; true where it ends a string.</summary>
    private bool Step(byte next)
    {
        if (!_inString)
        {
            _inString = next == '"';
            _length = 0;
            _sinceEscape = 0;
            return false;
        }

        _length++;
        if (_escaped)
        {
            _escaped = false;
            _sinceEscape = next == 'u' ? 1 : 0;
        }
        else if (next == '\\')
        {
            _escaped = true;
            _sinceEscape = 0;
        }
        else if (next == '"')
        {
            _inString = false;
            return true;
        }
        else if (_sinceEscape > 0)
        {
            if (_sinceEscape <= 2)
                _isHigh = _sinceEscape == 1 ? (next | 0x20) == 'd' : _isHigh && (next | 0x20) is '8' or '9' or 'a' or 'b';
            _sinceEscape++;
        }

        return false;
    }
}
