using System.Text.Json;

namespace Conformance.JsonSchema.Model;

/// <summary>The types of JSON Schema as a set; a number is an integer or a fraction.</summary>
[Flags]
internal enum JsonTypes : byte
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    String = 16,
    Integer = 32,
    Fraction = 64,
    Number = Integer | Fraction,
    All = Null | Boolean | Object | Array | String | Number,
}

/// <summary>Reads and names <see cref="JsonTypes"/>.</summary>
internal static class JsonTypeNames
{
    /// <summary>The type that a schema names, or <see cref="JsonTypes.None"/> if there is no such type.</summary>
    public static JsonTypes Parse(string name) => name switch
    {
        "null" => JsonTypes.Null,
        "boolean" => JsonTypes.Boolean,
        "object" => JsonTypes.Object,
        "array" => JsonTypes.Array,
        "string" => JsonTypes.String,
        "integer" => JsonTypes.Integer,
        "number" => JsonTypes.Number,
        _ => JsonTypes.None,
    };

    /// <summary>The type of the value that a reader stands on; a number counts as an integer if its value is one (<c>1.0</c> is).</summary>
    public static JsonTypes Of(in Utf8JsonReader value) => value.TokenType switch
    {
        JsonTokenType.Null => JsonTypes.Null,
        JsonTokenType.True or JsonTokenType.False => JsonTypes.Boolean,
        JsonTokenType.StartObject => JsonTypes.Object,
        JsonTokenType.StartArray => JsonTypes.Array,
        JsonTokenType.Number => Values.JsonNumber.IsIntegerLiteral(value.ValueSpan) ? JsonTypes.Integer : JsonTypes.Fraction,
        _ => JsonTypes.String,
    };

    /// <summary>The name of one type.</summary>
    public static string Name(JsonTypes type) => type switch
    {
        JsonTypes.Null => "null",
        JsonTypes.Boolean => "boolean",
        JsonTypes.Object => "object",
        JsonTypes.Array => "array",
        JsonTypes.Integer => "integer",
        JsonTypes.String => "string",
        _ => "number",
    };

    /// <summary>The names in a set, e.g. <c>string or null</c>.</summary>
    public static string Describe(JsonTypes types)
    {
        var names = new List<string>();
        foreach (
            var type in (ReadOnlySpan<JsonTypes>)[JsonTypes.Object, JsonTypes.Array, JsonTypes.String, JsonTypes.Number, JsonTypes.Integer,
                JsonTypes.Boolean, JsonTypes.Null])
            if ((types & type) == type && !(type == JsonTypes.Integer && (types & JsonTypes.Fraction) != 0))
                names.Add(Name(type));
        return names.Count <= 1 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }
}
