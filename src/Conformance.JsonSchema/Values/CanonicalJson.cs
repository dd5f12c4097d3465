using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Conformance.JsonSchema.Values;

/// <summary>
/// Values in a form whose bytes are equal exactly when the values are, as JSON Schema has it (core, section 4.2.2): numbers by their value,
/// objects without regard to the order of members. An internal form, not JSON. The buffer is pooled.
/// </summary>
internal sealed class CanonicalJson : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(256);
    private int _length;

    /// <summary>The text written so far.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>The canonical form of one JSON text.</summary>
    public static byte[] Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        using var canonical = new CanonicalJson();
        canonical.Append(ref reader);
        return canonical.Written.ToArray();
    }

    /// <summary>Writes the value that a reader stands on and leaves the reader on its last token. Throws <see
    /// cref="ValidationLimitException"/> if it nests too deeply.</summary>
    public void Append(ref Utf8JsonReader value)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw ValidationLimitException.TooDeep();
        switch (value.TokenType)
        {
            case JsonTokenType.Null:
                Byte((byte)'n');
                break;
            case JsonTokenType.True:
                Byte((byte)'t');
                break;
            case JsonTokenType.False:
                Byte((byte)'f');
                break;
            case JsonTokenType.Number:
                Number(JsonNumber.Parse(value.ValueSpan));
                break;
            case JsonTokenType.StartArray:
                Byte((byte)'[');
                while (value.Read() && value.TokenType != JsonTokenType.EndArray)
                    Append(ref value);
                Byte((byte)']');
                break;
            case JsonTokenType.StartObject:
                Object(ref value);
                break;
            default:
                String(value);
                break;
        }
    }

    /// <summary>Returns the buffer.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Byte(byte value)
    {
        Reserve(1)[0] = value;
        _length++;
    }

    private void Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(value.Length));
        _length += value.Length;
    }

    // A length in front of the text keeps one value's bytes from reading like another's.
    private void String(in Utf8JsonReader value)
    {
        using var text = new JsonText(value);
        Byte((byte)'s');
        BinaryPrimitives.WriteInt32BigEndian(Reserve(4), text.Utf8.Length);
        _length += 4;
        Bytes(text.Utf8);
    }

    private void Number(JsonNumber number)
    {
        Byte(number.IsNegative ? (byte)'-' : (byte)'+');
        for (var i = 0; i < number.DigitCount; i++)
            Byte((byte)('0' + number.Digit(i)));
        Byte((byte)'e');
        BinaryPrimitives.WriteInt64BigEndian(Reserve(8), number.Exponent);
        _length += 8;
    }

    private void Object(ref Utf8JsonReader value)
    {
        Byte((byte)'{');
        var start = _length;
        var members = new List<Range>();
        while (value.Read() && value.TokenType != JsonTokenType.EndObject)
        {
            var from = _length;
            String(value);
            value.Read();
            Append(ref value);
            members.Add(from.._length);
        }

        if (members.Count > 1)
        {
            members.Sort((left, right) => _buffer.AsSpan(left).SequenceCompareTo(_buffer.AsSpan(right)));
            var unsorted = ArrayPool<byte>.Shared.Rent(_length);
            Written.CopyTo(unsorted);
            _length = start;
            foreach (var member in members)
                Bytes(unsorted.AsSpan(member));
            ArrayPool<byte>.Shared.Return(unsorted);
        }

        Byte((byte)'}');
    }

    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
