using System.Text.Json;
using System.Text.Unicode;
using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Json;

/// <summary>Reads bodies so that nothing later can fail on them.</summary>
internal static class RequestJson
{
    /// <summary>The object that a body holds.</summary>
    /// <exception cref="MatrixException"><c>M_NOT_JSON</c> or <c>M_BAD_JSON</c>, with 400.</exception>
    public static JsonElement ParseObject(ReadOnlyMemory<byte> utf8)
    {
        // "All JSON data, in requests or responses, must be encoded using UTF-8": what is not UTF-8 is not JSON here.
        if (!Utf8.IsValid(utf8.Span))
        {
            throw NotJson("The body is not valid UTF-8.");
        }

        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(utf8);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw NotJson(utf8.IsEmpty ? "The body is empty; a JSON object is needed." : "The body is not valid JSON.");
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw MatrixException.BadJson("The body must be a JSON object.");
        }

        if (!IsText(root))
        {
            throw MatrixException.BadJson("The body has an escaped lone surrogate, which is not a character.");
        }

        return root;
    }

    private static MatrixException NotJson(string message) => new(400, ErrorCodes.NotJson, message);

    // JSON's grammar allows "\ud800"; no UTF-8 text can hold it, so that reading it would throw.
    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString() is not null,
                JsonValueKind.Array => element.EnumerateArray().All(IsText),
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name.Length >= 0 && IsText(member.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
