using System.Buffers.Text;
using System.Text;

namespace Conformance.JsonSchema.Values;

/// <summary>A limit on numbers, compared exactly whatever the size of the literals.</summary>
internal sealed class NumberBound
{
    private readonly byte[] _literal;
    private readonly long? _integer;

    public NumberBound(string literal)
    {
        Text = literal;
        _literal = Encoding.UTF8.GetBytes(literal);
        _integer = TryGetInteger(_literal, out var value) ? value : null;
    }

    /// <summary>The literal as it stands in the schema.</summary>
    public string Text { get; }

    /// <summary>Below zero, zero or above zero as a number is less than, equal to or greater than the limit.</summary>
    public int CompareFrom(ReadOnlySpan<byte> number) =>
        _integer is { } limit && TryGetInteger(number, out var value)
            ? value.CompareTo(limit)
            : JsonNumber.Parse(number).CompareTo(JsonNumber.Parse(_literal));

    private static bool TryGetInteger(ReadOnlySpan<byte> literal, out long value) =>
        Utf8Parser.TryParse(literal, out value, out var consumed) && consumed == literal.Length;
}
