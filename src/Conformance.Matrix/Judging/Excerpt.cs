using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;

namespace Conformance.Matrix.Judging;

/// <summary>A value of a body as a message quotes it: masked first, and then cut, since half a secret cannot be recognised.</summary>
public static class Excerpt
{
    /// <summary>The value at a JSON Pointer, in JSON, cut after 120 characters; "nothing" where there is none.</summary>
    /// <param name="body">The body.</param>
    /// <param name="pointer">The pointer; empty for the body itself.</param>
    /// <param name="redactor">Masks what the run knows as secrets.</param>
    public static string Of(JsonElement body, string pointer, Redactor redactor)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        ArgumentNullException.ThrowIfNull(redactor);
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
        return ShortText.Of(redactor.Body(Encoding.UTF8.GetBytes(value.GetRawText())));
    }
}
