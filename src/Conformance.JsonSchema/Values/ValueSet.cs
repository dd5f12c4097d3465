using System.Text;
using System.Text.Json;

namespace Conformance.JsonSchema.Values;

/// <summary>
/// The values of <c>enum</c> or <c>const</c>: it tells whether an instance equals one of them. Strings are found by their bytes, arrays and
/// objects by their canonical form.
/// </summary>
internal sealed class ValueSet
{
    private readonly NameTable _strings;
    private readonly byte[][] _numbers;
    private readonly byte[][] _composites;
    private readonly bool _null;
    private readonly bool _true;
    private readonly bool _false;

    /// <summary>Makes a set of values from a schema.</summary>
    public ValueSet(IReadOnlyList<JsonElement> values)
    {
        Values = values;
        _strings = new NameTable(
            [.. values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)
                .Distinct(StringComparer.Ordinal)]);
        _null = values.Any(value => value.ValueKind == JsonValueKind.Null);
        _true = values.Any(value => value.ValueKind == JsonValueKind.True);
        _false = values.Any(value => value.ValueKind == JsonValueKind.False);
        _numbers =
            [.. values.Where(value => value.ValueKind == JsonValueKind.Number).Select(value => Encoding.UTF8.GetBytes(value.GetRawText()))];
        _composites = [.. values
            .Where(value => value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            .Select(value => CanonicalJson.Of(Encoding.UTF8.GetBytes(value.GetRawText())))];
    }

    /// <summary>The values as the schema has them.</summary>
    public IReadOnlyList<JsonElement> Values { get; }

    /// <summary>Whether the value that a reader stands on is one of them; the reader is not moved.</summary>
    public bool Contains(in Utf8JsonReader value)
    {
        switch (value.TokenType)
        {
            case JsonTokenType.Null:
                return _null;
            case JsonTokenType.True:
                return _true;
            case JsonTokenType.False:
                return _false;
            case JsonTokenType.String:
                using (var text = new JsonText(value))
                    return _strings.Find(text.Utf8) >= 0;
            case JsonTokenType.Number:
                return ContainsNumber(JsonNumber.Parse(value.ValueSpan));
            default:
                return _composites.Length > 0 && ContainsComposite(value);
        }
    }

    private bool ContainsNumber(JsonNumber number)
    {
        foreach (var literal in _numbers)
            if (number.CompareTo(JsonNumber.Parse(literal)) == 0)
                return true;
        return false;
    }

    private bool ContainsComposite(Utf8JsonReader value)
    {
        using var canonical = new CanonicalJson();
        canonical.Append(ref value);
        foreach (var composite in _composites)
            if (canonical.Written.SequenceEqual(composite))
                return true;
        return false;
    }
}
