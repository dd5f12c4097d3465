using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Companions.Identity;

/// <summary>JSON in its canonical form (appendices, "Canonical JSON"). The suite's own: it shares no code with the reference homeserver, so
/// that neither hides the other's mistake.</summary>
internal static class CanonicalJson
{
    /// <summary>The canonical form of a value.</summary>
    public static string Of(JsonNode? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject owner:
                // UTF-8 keeps the order of code points, which UTF-16 does not.
                var members = owner.OrderBy(member => Convert.ToHexString(Encoding.UTF8.GetBytes(member.Key)), StringComparer.Ordinal);
                WriteAll(text, '{', members, '}', member =>
                {
                    WriteText(text, member.Key);
                    text.Append(':');
                    Write(text, member.Value);
                });
                break;
            case JsonArray items:
                WriteAll(text, '[', items, ']', item => Write(text, item));
                break;
            case JsonValue single when single.TryGetValue<string>(out var content):
                WriteText(text, content);
                break;
            default:
                text.Append(value?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, IEnumerable<T> all, char close, Action<T> write)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var each in all)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            write(each);
        }

        text.Append(close);
    }

    private static void WriteText(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var character in content)
        {
            _ = character switch
            {
                '"' or '\\' => text.Append('\\').Append(character),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
