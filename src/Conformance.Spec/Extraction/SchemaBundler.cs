using System.Buffers;
using System.Text;
using System.Text.Json;
using Conformance.Spec.Schemas;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Extraction;

/// <summary>
/// Turns a schema of the sources into a self-contained JSON Schema 2020-12 document: references go to <c>$defs</c>, keywords of other
/// dialects are translated, prose and examples are dropped, version marks become <c>since</c> and <c>changed</c>.
/// </summary>
/// <param name="tree">The files that references lead to.</param>
/// <param name="errors">Receives what is wrong.</param>
/// <param name="indented">Whether the document is indented for people to read.</param>
internal sealed class SchemaBundler(SourceTree tree, List<SpecError> errors, bool indented = true)
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    // Names of definitions: letters and digits of file names, and what is safe both in a JSON Pointer and in a URI fragment.
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-$");

    private readonly ArrayBufferWriter<byte> _buffer = new(16384);
    private readonly Dictionary<SourceNode, string> _names = [];
    private readonly SortedDictionary<string, SourceNode> _definitions = new(StringComparer.Ordinal);

    /// <summary>The definitions of the last document, by their names.</summary>
    public IReadOnlyDictionary<string, SourceNode> Definitions => _definitions;

    /// <summary>The document's bytes: UTF-8, LF, a final newline.</summary>
    public byte[] Bundle(SourceNode schema)
    {
        Write(schema, isDocument: true);
        _buffer.Write("\n"u8);
        return _buffer.WrittenSpan.ToArray();
    }

    /// <summary>The schema as a value inside another document, which says what dialect it is.</summary>
    public string Inline(SourceNode schema)
    {
        Write(schema, isDocument: false);
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    /// <summary>The target of a root that is only a reference; any other schema itself.</summary>
    public SourceNode WithoutDetour(SourceNode schema)
    {
        var seen = new HashSet<SourceNode>();
        while (schema is SourceMap map
            && map["$ref"] is SourceScalar reference
            && !map.Members.Any(member => member.Name == VersionMarks.Added || SchemaKeywords.KindOf(member.Name) is not null)
            && !SchemaNodes.IsNullable(map)
            && seen.Add(schema)
            && tree.Resolve(reference) is { } target)
        {
            schema = target;
        }

        return schema;
    }

    private void Write(SourceNode schema, bool isDocument)
    {
        _names.Clear();
        _definitions.Clear();
        var root = WithoutDetour(schema);
        Collect(root, []);

        _buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_buffer, SourceJson.Options with { Indented = indented }))
        {
            if (root is SourceMap map)
            {
                writer.WriteStartObject();
                if (isDocument)
                    writer.WriteString("$schema", Dialect);
                WriteMembers(writer, map);
                WriteDefinitions(writer);
                writer.WriteEndObject();
            }
            else
            {
                WriteSchema(writer, root);
            }
        }
    }

    private void Collect(SourceNode schema, HashSet<SourceNode> seen)
    {
        if (schema is not SourceMap map || !seen.Add(schema))
            return;
        if (map["$ref"] is SourceScalar reference && tree.Resolve(reference) is { } target)
        {
            Name(target, reference);
            Collect(target, seen);
        }

        foreach (var (_, child) in SchemaNodes.Children(map))
            Collect(child, seen);
    }

    // The file's name, or the last part of the fragment; folders go in front of it where two targets would have the same.
    private void Name(SourceNode target, SourceScalar reference)
    {
        if (_names.ContainsKey(target))
            return;
        var fragment = reference.Text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? reference.Text[hash..] : "";
        var parts = target.File.Split('/');
        parts[^1] = Path.GetFileNameWithoutExtension(parts[^1]);
        if (fragment.Length > 1)
            parts = [.. parts, .. JsonPointers.Tokens(fragment)];
        var name = "";
        for (var take = 1; take <= parts.Length; take++)
        {
            name = Safe(string.Join('.', parts[^take..]));
            if (!_definitions.ContainsKey(name))
                break;
        }

        for (var number = 2; _definitions.ContainsKey(name); number++)
            name = $"{Safe(parts[^1])}.{number}";
        _names.Add(target, name);
        _definitions.Add(name, target);
    }

    private static string Safe(string name)
    {
        if (name.AsSpan().IndexOfAnyExcept(NameCharacters) < 0)
            return name;
        var safe = new StringBuilder(name.Length);
        foreach (var character in name)
            safe.Append(NameCharacters.Contains(character) ? character : '_');
        return safe.ToString();
    }

    private void WriteDefinitions(Utf8JsonWriter writer)
    {
        if (_definitions.Count == 0)
            return;
        writer.WriteStartObject("$defs");
        foreach (var (name, definition) in _definitions)
        {
            writer.WritePropertyName(name);
            WriteSchema(writer, definition);
        }

        writer.WriteEndObject();
    }

    private void WriteSchema(Utf8JsonWriter writer, SourceNode schema)
    {
        switch (schema)
        {
            case SourceMap map:
                writer.WriteStartObject();
                WriteMembers(writer, map);
                writer.WriteEndObject();
                break;
            case SourceScalar { Kind: ScalarKind.Boolean } boolean:
                writer.WriteBooleanValue(boolean.IsTrue);
                break;
            default:
                errors.Add(schema.Error($"a schema is {schema.KindName}, where a map is expected"));
                writer.WriteBooleanValue(true);
                break;
        }
    }

    // "nullable" beside a type adds null to the types; without one it is an alternative to all the rest.
    private void WriteMembers(Utf8JsonWriter writer, SourceMap schema)
    {
        if (!SchemaNodes.IsNullable(schema) || schema["type"] is not null)
        {
            WriteKeywords(writer, schema);
            return;
        }

        writer.WriteStartArray("anyOf");
        writer.WriteStartObject();
        WriteKeywords(writer, schema);
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("type", "null");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private void WriteKeywords(Utf8JsonWriter writer, SourceMap schema)
    {
        if (VersionMarks.Since(schema, errors) is { } since)
            writer.WriteString("since", since.ToString());
        if (VersionMarks.ChangedIn(schema, errors) is { Count: > 0 } changed)
        {
            writer.WriteStartArray("changed");
            foreach (var version in changed)
                writer.WriteStringValue(version.ToString());
            writer.WriteEndArray();
        }

        if (Reference(schema) is { } name)
            writer.WriteString("$ref", $"#/$defs/{name}");
        var orNull = SchemaNodes.IsNullable(schema) && schema["type"] is not null;
        foreach (var (keyword, kind) in SchemaKeywords.All)
        {
            if (SchemaNodes.Keyword(schema, keyword) is { } value)
                WriteKeyword(writer, keyword, kind, value, orNull);
            if (keyword == "format" && schema["x-pattern-format"] is SourceScalar format)
                writer.WriteString("propertyFormat", format.Text);
        }
    }

    private string? Reference(SourceMap schema)
    {
        if (schema["$ref"] is not { } node)
            return null;
        if (node is SourceScalar reference)
            return tree.Resolve(reference) is { } target ? _names[target] : null;
        errors.Add(node.Error($"$ref is {node.KindName}, where a text is expected"));
        return null;
    }

    private void WriteKeyword(Utf8JsonWriter writer, string keyword, KeywordKind kind, SourceNode value, bool orNull)
    {
        writer.WritePropertyName(keyword);
        switch (kind)
        {
            case KeywordKind.Schema:
                WriteSchema(writer, value);
                break;
            case KeywordKind.SchemaList when value is SourceList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    WriteSchema(writer, item);
                writer.WriteEndArray();
                break;
            case KeywordKind.SchemaMap when value is SourceMap map:
                writer.WriteStartObject();
                foreach (var member in map.Members)
                {
                    writer.WritePropertyName(member.Name);
                    WriteSchema(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            // Swagger sources have "properties: []" for none.
            case KeywordKind.SchemaMap when value is SourceList { Items.Count: 0 }:
                writer.WriteStartObject();
                writer.WriteEndObject();
                break;
            case KeywordKind.Text:
                WriteTexts(writer, value, alsoNull: orNull && keyword == "type");
                break;
            case KeywordKind.Value when keyword == "enum" && orNull && value is SourceList choices:
                writer.WriteStartArray();
                foreach (var choice in choices.Items)
                    SourceJson.Write(writer, choice, errors);
                if (!choices.Items.Any(choice => choice is SourceScalar { IsNull: true }))
                    writer.WriteNullValue();
                writer.WriteEndArray();
                break;
            case KeywordKind.Value:
                SourceJson.Write(writer, value, errors);
                break;
            default:
                errors.Add(
                    value.Error(
                        $"{keyword} is {value.KindName}, where {(kind == KeywordKind.SchemaList ? "a list" : "a map")} is expected"));
                writer.WriteNullValue();
                break;
        }
    }

    private void WriteTexts(Utf8JsonWriter writer, SourceNode value, bool alsoNull)
    {
        if (value is SourceMap)
            errors.Add(value.Error("a map stands where a text is expected"));
        var texts = value is SourceList list ? list.Items.OfType<SourceScalar>().ToList() : [.. new[] { value }.OfType<SourceScalar>()];
        if (value is SourceScalar scalar && !alsoNull)
        {
            writer.WriteStringValue(scalar.Text);
            return;
        }

        writer.WriteStartArray();
        foreach (var text in texts)
            writer.WriteStringValue(text.Text);
        if (alsoNull && !texts.Any(text => text.Text == "null"))
            writer.WriteStringValue("null");
        writer.WriteEndArray();
    }
}
