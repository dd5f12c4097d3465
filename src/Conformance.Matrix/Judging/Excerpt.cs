using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;

namespace Conformance.Matrix.Judging;

/// <summary>A value of a body as a message quotes it: masked by the names of its members, and short.</summary>
internal static class Excerpt
{
    private const int Longest = 120;

    /// <summary>The value at a JSON Pointer; "nothing" where there is none.</summary>
    public static string Of(JsonElement body, string pointer)
    {
        var value = body;
        var name = "";
        foreach (var part in pointer.Split('/').Skip(1))
        {
            name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (value.Member(name) is { } member)
                value = member;
            else if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && value.Item(index) is { } item)
                value = item;
            else
                return "nothing";
        }

        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number && SecretNames.TryMember(name, out var kind))
            return SecretNames.Mask(kind);
        var text = new StringBuilder();
        foreach (var segment in JsonSecrets.Split(Encoding.UTF8.GetBytes(value.GetRawText()), out _))
            text.Append(segment.Kind is { } secret ? SecretNames.Mask(secret) : segment.Text);
        return text.Length <= Longest ? text.ToString() : $"{text.ToString(0, Longest)}…";
    }
}
