using System.Text;
using System.Text.Json;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Redaction;

/// <summary>Finds the secrets of a JSON text by the names of its members, at any depth, and leaves the rest as it is written.</summary>
internal static class JsonSecrets
{
    /// <summary>Splits a JSON text at its secrets: the strings and numbers of members that hold such. Where the text stops being JSON, the
    /// rest is one piece and <paramref name="wasJson"/> false.</summary>
    public static List<Segment> Split(ReadOnlySpan<byte> utf8, out bool wasJson)
    {
        var segments = new List<Segment>();
        var plainFrom = 0;
        wasJson = true;
        foreach (var (start, end, kind) in Find(utf8, out wasJson))
        {
            segments.Add(Segment.Plain(Encoding.UTF8.GetString(utf8[plainFrom..start])));
            segments.Add(Segment.Masked(kind));
            plainFrom = end;
        }

        if (plainFrom < utf8.Length)
            segments.Add(Segment.Plain(Encoding.UTF8.GetString(utf8[plainFrom..])));
        return segments;
    }

    /// <summary>The values of a JSON text's secret members.</summary>
    public static IEnumerable<(string Value, SecretKind Kind)> Values(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.Members())
                {
                    if (member.Value.ValueKind == JsonValueKind.String && SecretNames.TryMember(member.Name, out var kind))
                    {
                        if (member.Value.Text() is { Length: > 0 } value)
                            yield return (value, kind);
                    }
                    else
                    {
                        foreach (var inner in Values(member.Value))
                            yield return inner;
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var inner in element.Items().SelectMany(Values))
                    yield return inner;
                break;
        }
    }

    private static List<(int Start, int End, SecretKind Kind)> Find(ReadOnlySpan<byte> utf8, out bool wasJson)
    {
        var found = new List<(int Start, int End, SecretKind Kind)>();
        var reader = new Utf8JsonReader(utf8,
            new JsonReaderOptions { MaxDepth = 512, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        SecretKind? secret = null;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    secret = SecretNames.TryMember(ServerJson.Name(reader), out var kind) ? kind : null;
                    continue;
                }

                if (secret is { } known)
                {
                    // The quotes of a string stay: the masked text keeps the shape of JSON.
                    var start = (int)reader.TokenStartIndex;
                    if (reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty)
                        found.Add((start + 1, start + 1 + reader.ValueSpan.Length, known));
                    else if (reader.TokenType == JsonTokenType.Number)
                        found.Add((start, start + reader.ValueSpan.Length, known));
                }

                secret = null;
            }

            wasJson = true;
        }
        catch (JsonException)
        {
            wasJson = false;
        }

        return found;
    }
}
