using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Spec.Schemas;

/// <summary>Adapts a schema to an older version: a property that came later is not required.</summary>
internal static class VersionRelaxation
{
    private static readonly string[] SameInstance = ["allOf", "anyOf", "oneOf"];
    private static readonly string[] SameInstanceAlone = ["not", "if", "then", "else"];

    /// <summary>The schema for a version; the same bytes where nothing in it is newer.</summary>
    /// <param name="schema">An extracted schema.</param>
    /// <param name="underTest">The version that a server claims.</param>
    public static ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> schema, SpecVersion underTest)
    {
        // Most schemas have no mark at all, and no parsing is needed to see that.
        if (schema.Span.IndexOf("\"since\""u8) < 0)
            return schema;
        var root = JsonNode.Parse(schema.Span)!;
        if (root is not JsonObject document || !new Walk(document, underTest).Relax(document))
            return schema;
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private sealed class Walk(JsonObject document, SpecVersion underTest)
    {
        private bool _changed;

        public bool Relax(JsonObject root)
        {
            Relax(root, FrozenSet<string>.Empty);
            if (root["$defs"] is JsonObject definitions)
            {
                foreach (var definition in definitions)
                    Relax(definition.Value, FrozenSet<string>.Empty);
            }

            return _changed;
        }

        // A property may be declared in one schema and required in another that applies to the same object; "newer" carries the names
        // along.
        private void Relax(JsonNode? node, IReadOnlySet<string> inherited)
        {
            if (node is not JsonObject schema)
                return;
            var newer = new HashSet<string>(inherited, StringComparer.Ordinal);
            CollectNewer(schema, newer, []);
            if (newer.Count > 0 && schema["required"] is JsonArray required)
                _changed |= required.RemoveAll(name => newer.Contains(name!.GetValue<string>())) > 0;
            foreach (var (keyword, value) in schema)
            {
                if (SameInstance.Contains(keyword) && value is JsonArray alternatives)
                {
                    foreach (var alternative in alternatives)
                        Relax(alternative, newer);
                }
                else if (SameInstanceAlone.Contains(keyword))
                {
                    Relax(value, newer);
                }
                else
                {
                    RelaxOtherInstances(keyword, value);
                }
            }
        }

        private void RelaxOtherInstances(string keyword, JsonNode? value)
        {
            switch (SchemaKeywords.KindOf(keyword), value)
            {
                case (KeywordKind.Schema, _):
                    Relax(value, FrozenSet<string>.Empty);
                    break;
                case (KeywordKind.SchemaList, JsonArray list):
                    foreach (var item in list)
                        Relax(item, FrozenSet<string>.Empty);
                    break;
                case (KeywordKind.SchemaMap, JsonObject map):
                    foreach (var member in map)
                        Relax(member.Value, FrozenSet<string>.Empty);
                    break;
            }
        }

        private void CollectNewer(JsonObject schema, HashSet<string> newer, HashSet<JsonObject> seen)
        {
            if (!seen.Add(schema))
                return;
            if (schema["properties"] is JsonObject properties)
            {
                foreach (var (name, property) in properties)
                {
                    if (property is JsonObject described && IsNewer(described))
                        newer.Add(name);
                }
            }

            if (schema["allOf"] is JsonArray parts)
            {
                foreach (var part in parts.OfType<JsonObject>())
                    CollectNewer(part, newer, seen);
            }

            if (Target(schema) is { } target)
                CollectNewer(target, newer, seen);
        }

        // A property that only points to a definition is as new as the definition.
        private bool IsNewer(JsonObject property)
        {
            var seen = new HashSet<JsonObject>();
            for (var at = property; at is not null && seen.Add(at); at = Target(at))
            {
                if (at["since"] is JsonValue mark && SpecVersion.TryParse(mark.GetValue<string>(), out var since) && since > underTest)
                    return true;
            }

            return false;
        }

        private JsonObject? Target(JsonObject schema) =>
            schema["$ref"] is JsonValue reference
            && reference.GetValue<string>() is { } text
            && text.StartsWith("#/$defs/", StringComparison.Ordinal)
                ? document["$defs"]?[text["#/$defs/".Length..]] as JsonObject
                : null;
    }
}
