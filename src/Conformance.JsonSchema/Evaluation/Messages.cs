using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.JsonSchema.Formats;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Patterns;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Evaluation;

/// <summary>
/// The sentences of findings. They quote only types, counts, short numbers and member names of the instance, never its strings, which may
/// be secrets.
/// </summary>
internal static class Messages
{
    private const int LongestName = 80;
    private const int LongestNumber = 24;
    private const int MostAlternatives = 8;
    private const int LongestConstant = 60;

    /// <summary>A member's name in quotes, cut if it is long, control characters shown as escapes.</summary>
    public static string Name(string name)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in name.EnumerateRunes())
        {
            if (text.Length > LongestName)
                return text.Append("…\"").ToString();
            if (Rune.IsControl(rune))
                text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else
                text.Append(rune.Value is '"' or '\\' ? "\\" : "").Append(rune.ToString());
        }

        return text.Append('"').ToString();
    }

    public static string Type(JsonTypes expected, in Utf8JsonReader value) =>
        $"expected {JsonTypeNames.Describe(expected)}, got {Got(value)}";

    public static string Enum(ValueSet expected, in Utf8JsonReader value)
    {
        var constants = expected.Values.Select(Constant).ToList();
        var list = constants.Count > MostAlternatives
            ? $"{string.Join(", ", constants.Take(MostAlternatives))} or {constants.Count - MostAlternatives} others"
            : constants.Count < 2 ? string.Concat(constants) : $"{string.Join(", ", constants.SkipLast(1))} or {constants[^1]}";
        return constants.Count == 0 ? "no value is allowed here" : $"expected {list}, got {Other(expected, value)}";
    }

    public static string Count(string least, long limit, string unit, string units, long got) =>
        string.Create(CultureInfo.InvariantCulture, $"expected {least} {limit} {(limit == 1 ? unit : units)}, got {got}");

    public static string Number(string relation, string limit, ReadOnlySpan<byte> got) =>
        $"expected a number {relation} {limit}, got {Number(got)}";

    public static string Missing(string name) => $"required member {Name(name)} is missing";

    public static string MissingDependent(string name, string trigger) => $"member {Name(name)} is missing, which {Name(trigger)} requires";

    public static string EqualItems(int earlier, int later) =>
        string.Create(CultureInfo.InvariantCulture, $"expected different items, but items {earlier} and {later} are equal");

    public static string Item(int index) => string.Create(CultureInfo.InvariantCulture, $"item {index} is not allowed");

    public static string Matching(string keyword, IReadOnlyList<int> matching, int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"matches alternatives {string.Join(" and ", matching.Select(index => index + 1))} of {count} under {keyword}, expected exactly one to match");

    public static string NotAllowed(string name) => $"member {Name(name)} is not allowed";

    public static string WrongName(string name, string why) => $"member name {Name(name)} is not allowed: {why}";

    public static string Pattern(Pattern pattern) => $"expected a string that matches {pattern.Source}";

    public static string Format(Format format) => $"expected {format.Description} (format {format.Name})";

    /// <summary>A pointer, cut if it is long.</summary>
    public static string Pointer(string pointer) => pointer.Length <= LongestName ? pointer : $"{pointer[..LongestName]}…";

    private static string Got(in Utf8JsonReader value) => JsonTypeNames.Name(JsonTypeNames.Of(value));

    private static string Other(ValueSet expected, in Utf8JsonReader value)
    {
        var got = Got(value);
        return value.TokenType switch
        {
            JsonTokenType.Number => Number(value.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ when expected.Values.Any(constant => Kind(constant) == got) => got == "null" ? got : $"another {got}",
            _ => got,
        };
    }

    private static string Kind(JsonElement constant) => constant.ValueKind.ToString().ToLowerInvariant();

    private static string Number(ReadOnlySpan<byte> literal) => literal.Length <= LongestNumber
        ? Encoding.UTF8.GetString(literal)
        : $"a number of {literal.Length} characters";

    private static string Constant(JsonElement constant)
    {
        var text = constant.ValueKind == JsonValueKind.String ? Name(constant.GetString()!) : constant.GetRawText();
        return text.Length <= LongestConstant ? text : constant.ValueKind is JsonValueKind.Object
            or JsonValueKind.Array ? $"a certain {Kind(constant)}" : text;
    }
}
