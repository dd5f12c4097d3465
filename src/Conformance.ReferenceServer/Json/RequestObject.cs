using System.Text.Json;
using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Json;

/// <summary>A JSON object of a request. Members of the wrong type are refused with 400 <c>M_BAD_JSON</c>; null is a wrong type
/// too.</summary>
internal sealed class RequestObject
{
    // The range of integers in canonical JSON.
    private const double GreatestInteger = (1L << 53) - 1;

    private readonly JsonElement _element;
    private readonly string _prefix;

    private RequestObject(JsonElement element, string prefix)
    {
        _element = element;
        _prefix = prefix;
    }

    /// <summary>An object without members.</summary>
    public static RequestObject Empty { get; } = Parse("{}"u8.ToArray());

    /// <summary>The object itself.</summary>
    public JsonElement Element => _element;

    /// <summary>The names of the members.</summary>
    public IEnumerable<string> Names => _element.EnumerateObject().Select(member => member.Name);

    /// <summary>Whether a member is a number that canonical JSON does not have: one with a fraction, or too great.</summary>
    public bool HasNumbersBeyondCanonicalJson => _element.EnumerateObject().Any(member =>
        member.Value.ValueKind == JsonValueKind.Number
        && !(member.Value.TryGetInt64(out var value) && Math.Abs(value) <= GreatestInteger));

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="MatrixException">It is not JSON (<c>M_NOT_JSON</c>), or no object that can be read (<c>M_BAD_JSON</c>).</exception>
    public static RequestObject Parse(ReadOnlyMemory<byte> utf8) => new(RequestJson.ParseObject(utf8), "");

    /// <summary>Whether there is such a member, of any type.</summary>
    public bool Has(string name) => _element.TryGetProperty(name, out _);

    /// <summary>A string member; null if absent.</summary>
    public string? String(string name) => Member(name, JsonValueKind.String, "a string")?.GetString();

    /// <summary>A required string member.</summary>
    public string RequiredString(string name) => String(name) ?? throw MatrixException.Missing(_prefix + name);

    /// <summary>A boolean member; null if absent.</summary>
    public bool? Boolean(string name)
    {
        if (!_element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw WrongType(name, "a boolean");
    }

    /// <summary>An object member; null if absent.</summary>
    public RequestObject? Object(string name) =>
        Member(name, JsonValueKind.Object, "an object") is { } value ? new RequestObject(value, $"{_prefix}{name}.") : null;

    /// <summary>A required object member.</summary>
    public RequestObject RequiredObject(string name) => Object(name) ?? throw MatrixException.Missing(_prefix + name);

    /// <summary>A member that is an array of strings; null if absent.</summary>
    public IReadOnlyList<string>? Strings(string name)
    {
        if (Member(name, JsonValueKind.Array, "an array of strings") is not { } array)
        {
            return null;
        }

        return [.. array.EnumerateArray().Select(item =>
            item.ValueKind == JsonValueKind.String ? item.GetString()! : throw WrongType(name, "an array of strings"))];
    }

    /// <summary>Refuses a member that is present but not a whole number.</summary>
    public void CheckInteger(string name)
    {
        if (Member(name, JsonValueKind.Number, "an integer") is { } number
            && (!number.TryGetDouble(out var value) || Math.Floor(value) != value))
        {
            throw WrongType(name, "an integer");
        }
    }

    /// <summary>A required member that is a whole number.</summary>
    public long RequiredInteger(string name)
    {
        CheckInteger(name);
        var number = Member(name, JsonValueKind.Number, "an integer") ?? throw MatrixException.Missing(_prefix + name);
        var value = number.GetDouble();
        return Math.Abs(value) <= GreatestInteger ? (long)value : throw WrongType(name, "an integer");
    }

    private JsonElement? Member(string name, JsonValueKind kind, string expected)
    {
        if (!_element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == kind ? value : throw WrongType(name, expected);
    }

    private MatrixException WrongType(string name, string expected) =>
        MatrixException.BadJson($"\"{_prefix}{name}\" must be {expected}.");
}
