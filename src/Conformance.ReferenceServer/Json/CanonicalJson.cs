using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Conformance.ReferenceServer.Json;

/// <summary>Writes JSON so that equal values give equal text: members sorted, no white space, no needless escape (the canonical JSON of the
/// appendices).</summary>
internal static class CanonicalJson
{
    /// <summary>The canonical form of an object, without some of its members.</summary>
    public static string Write(JsonElement element, params ReadOnlySpan<string> withoutMembers)
    {
        var text = new StringBuilder();
        Write(text, element, withoutMembers);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement element, ReadOnlySpan<string> without)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    members[member.Name] = member.Value;
                }

                var before = '{';
                foreach (var (name, value) in members)
                {
                    if (!without.Contains(name))
                    {
                        text.Append(before);
                        before = ',';
                        WriteText(text, name);
                        text.Append(':');
                        Write(text, value, []);
                    }
                }

                text.Append(before == '{' ? "{}" : "}");
                break;
            case JsonValueKind.Array:
                text.Append('[');
                for (var index = 0; index < element.GetArrayLength(); index++)
                {
                    text.Append(index == 0 ? "" : ",");
                    Write(text, element[index], []);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                WriteText(text, element.GetString()!);
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    // The encoders of the class library escape what lies beyond the basic plane, whatever their settings.
    private static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
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
