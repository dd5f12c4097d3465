using System.Text.Json;

namespace Conformance.Matrix.Exchanges;

/// <summary>Reads values of JSON that a server sent, which may have any form. Nothing here throws, whatever the form is.</summary>
public static class JsonMembers
{
    /// <summary>A member; null where the owner is not an object or has no such member.</summary>
    /// <param name="owner">What should be an object.</param>
    /// <param name="member">The member's name.</param>
    public static JsonElement? Member(this JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) ? value : null;

    /// <summary>Whether there is such a member, of whatever type.</summary>
    /// <param name="owner">What should be an object.</param>
    /// <param name="member">The member's name.</param>
    public static bool Has(this JsonElement owner, string member) => owner.Member(member) is not null;

    /// <summary>The members of an object, in order; none where the value is not an object.</summary>
    /// <param name="owner">What should be an object.</param>
    public static IEnumerable<JsonProperty> Members(this JsonElement owner) =>
        owner.ValueKind == JsonValueKind.Object ? owner.EnumerateObject() : [];

    /// <summary>The elements of an array; none where the value is not an array.</summary>
    /// <param name="value">What should be an array.</param>
    public static IReadOnlyList<JsonElement> Items(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    /// <summary>The elements of a member that is an array; null where the owner is not an object, has no such member, or has another type
    /// there.</summary>
    /// <param name="owner">What should be an object.</param>
    /// <param name="member">The member's name.</param>
    public static IReadOnlyList<JsonElement>? Items(this JsonElement owner, string member) =>
        owner.Member(member) is { ValueKind: JsonValueKind.Array } list ? list.Items() : null;

    /// <summary>The element of an array; null where the value is not an array or is shorter.</summary>
    /// <param name="value">What should be an array.</param>
    /// <param name="index">The index, from 0.</param>
    public static JsonElement? Item(this JsonElement value, int index) =>
        value.ValueKind == JsonValueKind.Array && index >= 0 && index < value.GetArrayLength() ? value[index] : null;

    /// <summary>A string's text; null where the value is of another type.</summary>
    /// <param name="value">What should be a string.</param>
    public static string? Text(this JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The text of a member; null where the owner is not an object, has no such member, or has another type there.</summary>
    /// <param name="owner">What should be an object.</param>
    /// <param name="member">The member's name.</param>
    public static string? Text(this JsonElement owner, string member) => owner.Member(member)?.Text();

    /// <summary>A number; infinite where it is too great for <see cref="double"/>, null where the value is of another type.</summary>
    /// <param name="value">What should be a number.</param>
    public static double? Number(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    /// <summary>The number of a member; null where the owner is not an object, has no such member, or has another type there.</summary>
    /// <param name="owner">What should be an object.</param>
    /// <param name="member">The member's name.</param>
    public static double? Number(this JsonElement owner, string member) => owner.Member(member)?.Number();

    /// <summary>A number without a fraction, exactly; null where the value is anything else, or beyond 28 digits.</summary>
    /// <param name="value">What should be an integer.</param>
    public static decimal? Integer(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number == decimal.Truncate(number)
            ? number
            : null;

    /// <summary>Whether a member is <c>true</c>.</summary>
    /// <param name="owner">What should be an object.</param>
    /// <param name="member">The member's name.</param>
    public static bool IsTrue(this JsonElement owner, string member) => owner.Member(member) is { ValueKind: JsonValueKind.True };
}
