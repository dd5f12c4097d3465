using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Variations;

/// <summary>The same JSON in other forms, or with more or fewer members than the reference homeserver sends.</summary>
internal static class JsonVariations
{
    private static readonly string[] Optional =
        ["last_seen_ip", "last_seen_ts", "unstable_features", "get_login_token", "well_known", "home_server"];

    /// <summary>Every variation of this kind.</summary>
    public static IReadOnlyList<Variation> All { get; } =
    [
        Of("further-members", "Every object has members that the specification does not know.", body => WithMore(body)),
        Of("other-order", "The members of every object stand in the opposite order.", body => Reversed(body)),
        Of("white-space", "Every body has white space wherever it may stand.",
            body => body, node => $"\r\n\t {node.ToJsonString(new JsonSerializerOptions { WriteIndented = true })} \n"),
        Of("escapes", "Every character of every text and name is an escape.", body => body, node => Escaped(node.ToJsonString())),
        Of("absent-optional-members", "Members that a homeserver need not send are absent.", body => Without(body)),
    ];

    private static Variation Of(
        string name, string description, Func<JsonObject, JsonObject> change, Func<JsonObject, string>? write = null) =>
        new(name, description)
        {
            Layer = () => WireLayer.Answers(answer => answer.Json is not { } body ? answer
                : write is null ? answer.With(change(body)) : answer.With(write(change(body)))),
            Filters = Selections.EveryKind,
        };

    // Objects whose names are data (devices by id, keys by algorithm) stay as they are: a member more would be a device more.
    private static JsonObject WithMore(JsonObject body)
    {
        body.Insert(0, "org.example.first", new JsonObject { ["nested"] = new JsonArray(1, null, "text") });
        body.Add("org.example.unknown", JsonValue.Create("text"));
        body.Add("zzz", null);
        foreach (var (_, value) in body)
        {
            if (value is JsonArray list)
            {
                foreach (var inner in list.OfType<JsonObject>())
                    inner["org.example.unknown"] = 1.5;
            }
        }

        return body;
    }

    private static JsonObject Reversed(JsonObject body) =>
        new(body.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value))));

    private static JsonNode? Reversed(JsonNode? node) => node is JsonObject inner ? Reversed(inner) : node?.DeepClone();

    private static JsonObject Without(JsonObject body)
    {
        foreach (var (name, value) in body.ToList())
        {
            if (Optional.Contains(name) || name == "completed" && value is JsonArray { Count: 0 })
                body.Remove(name);
            else if (value is JsonObject inner)
                Without(inner);
            else if (value is JsonArray list)
                list.OfType<JsonObject>().ToList().ForEach(element => Without(element));
        }

        return body;
    }

    // Between quotes all that is not an escape already becomes one.
    private static string Escaped(string json)
    {
        var written = new StringBuilder();
        var inText = false;
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] == '"')
                inText = !inText;
            if (inText && json[at] == '\\')
                written.Append(json[at++]).Append(json[at]);
            else if (inText && char.IsAsciiLetter(json[at]) && (at < 2 || !IsHexOfEscape(json, at)))
                written.Append(CultureInfo.InvariantCulture, $"\\u{(int)json[at]:X4}");
            else
                written.Append(json[at]);
        }

        return written.ToString();
    }

    private static bool IsHexOfEscape(string json, int at)
    {
        for (var back = 1; back <= 4 && at - back >= 1; back++)
        {
            if (json[at - back] == 'u' && json[at - back - 1] == '\\')
                return true;
        }

        return false;
    }
}
