using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Conformance.JsonSchema.Evaluation;
using Conformance.JsonSchema.Loading;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Compiled;

/// <summary>
/// A JSON Schema (draft 2020-12), compiled once and used for any number of instances. Immutable and safe for concurrent use. Nothing is
/// ever fetched from a network.
/// </summary>
public sealed class CompiledSchema
{
    private const long StepsAtLeast = 1_000_000;
    private const long StepsPerByte = 64;
    private readonly Schema _root;
    private readonly Node _node;
    private readonly SchemaOptions _options;

    private CompiledSchema(Schema root, Node node, SchemaOptions options) => (_root, _node, _options) = (root, node, options);

    /// <summary>Compiles a schema.</summary>
    /// <param name="utf8Schema">The schema as JSON in UTF-8.</param>
    /// <param name="options">How to compile it; null for the defaults.</param>
    /// <exception cref="SchemaException">The text is not a schema, or refers to a schema that does not exist. The message has the JSON
    /// Pointer to the fault and says what is wrong.</exception>
    public static CompiledSchema Compile(ReadOnlySpan<byte> utf8Schema, SchemaOptions? options = null)
    {
        options ??= new SchemaOptions();
        var (root, count) = SchemaLoader.Load(utf8Schema, options);
        LoopCheck.Run(root);
        return new CompiledSchema(root, NodeBuilder.Build(root, count), options);
    }

    /// <summary>
    /// Whether an instance is valid. The text must be exactly one JSON value (RFC 8259) in valid UTF-8, nested no deeper than the options
    /// allow; any other text is invalid. If an object has two members of one name, both are validated.
    /// </summary>
    public bool IsValid(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return Decide(utf8Json);
        }
        catch (Exception exception) when (exception is JsonException or ValidationLimitException)
        {
            return false;
        }
    }

    /// <summary>
    /// The findings about an instance; empty if it is valid. If the instance is not JSON, there is one finding with the keyword
    /// <c>json</c>. If validation was given up because the instance nests too deeply or takes too long, there is one with the keyword
    /// <c>limit</c> (or that of the regular expression).
    /// </summary>
    public IReadOnlyList<SchemaFinding> Validate(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            if (Decide(utf8Json))
                return [];
        }
        catch (ValidationLimitException exception)
        {
            return [exception.Finding];
        }
        catch (JsonException)
        {
            // The fault in the text is found below.
        }

        if (JsonCheck.FindFault(utf8Json, _options.MaxDepth) is { } fault)
            return [fault];
        var collector = new FindingCollector(_options.MaxFindings);
        try
        {
            var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = _options.MaxDepth });
            reader.Read();
            var evaluator = new TreeEvaluator(utf8Json, collector, Steps(utf8Json));
            evaluator.Evaluate(reader, _root, DynamicScope.Empty, null);
        }
        catch (ValidationLimitException exception)
        {
            return [.. collector.Findings, exception.Finding];
        }

        return collector.Findings;
    }

    /// <summary>The findings about a value that has been parsed already; empty if it is valid.</summary>
    public IReadOnlyList<SchemaFinding> Validate(JsonElement instance) => Validate(JsonMarshal.GetRawUtf8Value(instance));

    private bool Decide(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.IsEmpty || !Utf8.IsValid(utf8Json))
            return false;
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = _options.MaxDepth });
        return reader.Read() && new NodeValidator(utf8Json, Steps(utf8Json)).Value(ref reader, _node) && !reader.Read();
    }

    // The bound on the work grows only linearly with the instance, however much alternatives multiply.
    private static long Steps(ReadOnlySpan<byte> utf8Json) => StepsAtLeast + StepsPerByte * utf8Json.Length;
}
