using System.Buffers;
using System.Text;
using System.Text.Json;
using Conformance.JsonSchema;
using Conformance.JsonSchema.Compiled;
using Conformance.Spec.Extraction;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>Holds examples and defaults against their schemas.</summary>
internal sealed class ExampleChecker
{
    private const int LongestValue = 60;

    private static readonly SchemaOptions Options = new() { AssertFormats = true };

    private readonly CheckContext _context;
    private readonly ExampleComposer _composer;
    private readonly UnknownMembers _unknownMembers;
    private readonly List<SpecError> _schemaErrors = [];
    private readonly SchemaBundler _bundler;
    private readonly Dictionary<SourceNode, CheckedSchema?> _schemas = [];
    private readonly Dictionary<string, CompiledSchema> _compiled = new(StringComparer.Ordinal);
    private readonly HashSet<(SourceNode Schema, SourceNode Example)> _done = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    public ExampleChecker(CheckContext context)
    {
        _context = context;
        _composer = new ExampleComposer(context);
        _unknownMembers = new UnknownMembers(context);
        _bundler = new SchemaBundler(context.Tree, _schemaErrors, indented: false);
    }

    /// <summary>Checks an example and returns it composed; null if it was checked before or cannot be composed.</summary>
    /// <param name="kind">What the report counts it as.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="example">The example.</param>
    /// <param name="moreSchemas">Further schemas that it must satisfy; they need not know all its members.</param>
    public SourceNode? CheckExample(string kind, SourceNode schema, SourceNode example, params IReadOnlyList<SourceNode> moreSchemas)
    {
        if (!_done.Add((schema, example)))
            return null;
        _context.Visit(kind);
        if (_composer.Compose(example) is not { } whole)
            return null;
        if (Validate(schema, whole, CheckRules.Example, "the example"))
            _unknownMembers.Check(schema, whole);
        foreach (var more in moreSchemas)
            Validate(more, whole, CheckRules.Example, "the example");
        StringsThatLookLikeJson.Check(whole, _context);
        return whole;
    }

    /// <summary>Checks a default.</summary>
    public void CheckDefault(SourceMap schema, SourceNode value)
    {
        _context.Visit("defaults");
        Validate(schema, value, CheckRules.Default, "the default");
    }

    /// <summary>Checks a value against a schema under another rule; true if it is valid.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="value">The value.</param>
    /// <param name="rule">The rule that a finding belongs to.</param>
    /// <param name="subject">What messages call the value.</param>
    public bool Validate(SourceNode schema, SourceNode value, string rule, string subject)
    {
        if (Schema(schema) is not { } known)
            return true;
        var valid = true;
        foreach (var finding in known.Compiled.Validate(Bytes(value)))
        {
            var (at, visible) = Find(value, finding.InstancePointer);
            if (finding.Keyword == "format" && IsCutShort(at))
                continue;
            valid = false;
            var because = known.Locate(finding.SchemaPointer);
            var source = at == visible ? "" : $" (from {at.File}:{at.Line})";
            _context.Report(
                finding.Keyword == "format" ? CheckRules.Format : rule,
                visible,
                $"{subject} contradicts its schema: {finding.Message}{Shown(at)}{source}; see {because.File}:{because.Line}");
        }

        return valid;
    }

    /// <summary>Compiles a schema; null, with the reason reported, if that is not possible.</summary>
    public CheckedSchema? Schema(SourceNode schema)
    {
        if (_schemas.TryGetValue(schema, out var known))
            return known;
        _schemaErrors.Clear();
        var bytes = _bundler.Bundle(schema);
        var root = _bundler.WithoutDetour(schema);
        var definitions = _bundler.Definitions.ToDictionary(StringComparer.Ordinal);
        foreach (var error in _schemaErrors)
            _context.Report(CheckRules.Schema, error);
        CheckedSchema? compiled = null;
        try
        {
            if (_schemaErrors.Count == 0)
                compiled = new CheckedSchema(Compile(bytes), root, definitions);
        }
        catch (SchemaException exception)
        {
            var at = new CheckedSchema(null!, root, definitions).Locate(exception.SchemaPointer);
            _context.Report(CheckRules.Schema, at, $"this is not a JSON Schema: {exception.Problem}");
        }

        return _schemas[schema] = compiled;
    }

    // The same few schemas ("a string") stand in hundreds of places.
    private CompiledSchema Compile(byte[] schema)
    {
        var text = Encoding.UTF8.GetString(schema);
        if (!_compiled.TryGetValue(text, out var compiled))
            _compiled[text] = compiled = CompiledSchema.Compile(schema, Options);
        return compiled;
    }

    private ReadOnlySpan<byte> Bytes(SourceNode value)
    {
        var errors = new List<SpecError>();
        _buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_buffer, SourceJson.Options with { Indented = false }))
            SourceJson.Write(writer, value, errors);
        foreach (var error in errors)
            _context.Report(CheckRules.Yaml, error);
        return _buffer.WrittenSpan;
    }

    // The value that a pointer names, and the last value on the way that stands in the root's file: a finding in another file is reported
    // at the reference to it.
    private static (SourceNode At, SourceNode Visible) Find(SourceNode root, string pointer)
    {
        var (node, visible) = (root, root);
        foreach (var token in pointer.Split('/').Skip(1).Select(JsonPointers.Unescape))
        {
            var next = node switch
            {
                SourceMap map => map[token],
                SourceList list when int.TryParse(token, out var index) && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            if (next is null)
                break;
            node = next;
            visible = node.File == root.File ? node : visible;
        }

        return (node, visible);
    }

    // "AgAAAADxKHa9uFxc..." says itself that it is not the whole value.
    private static bool IsCutShort(SourceNode node) =>
        node is SourceScalar scalar && (scalar.Text.EndsWith("...", StringComparison.Ordinal) || scalar.Text.EndsWith('…'));

    // Examples hold no secrets, so a short value may be shown.
    private static string Shown(SourceNode node) =>
        node is SourceScalar { Text.Length: > 0 and <= LongestValue } scalar && !scalar.Text.Contains('\n', StringComparison.Ordinal)
            ? $" ({(scalar.Kind == ScalarKind.String ? $"\"{scalar.Text}\"" : scalar.Text)})"
            : "";
}
