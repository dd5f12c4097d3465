using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.JsonSchema;
using Conformance.JsonSchema.Compiled;
using Conformance.Spec.Manifests;

namespace Conformance.Spec.Schemas;

/// <summary>Compiles the schemas of one version of the specification, each once, on its first use.</summary>
/// <param name="data">Where they lie.</param>
internal sealed class SchemaCache(SpecData data)
{
    private readonly ConcurrentDictionary<(string File, SpecVersion UnderTest), Lazy<CompiledSchema>> _compiled = new();

    private readonly ConcurrentDictionary<string, Lazy<CompiledSchema>> _inline = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Lazy<KnownMembers>> _members = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string File, SpecVersion UnderTest), Lazy<DocumentedPlaces>> _places = new();

    /// <summary>The members that the schema of a file knows, whichever version added them.</summary>
    /// <exception cref="SpecException">The file is missing.</exception>
    public KnownMembers Members(string file) =>
        _members.GetOrAdd(file, key => new Lazy<KnownMembers>(() => new KnownMembers(data.Read(key)))).Value;

    /// <summary>The places that the schema of a file documents for the version under test.</summary>
    /// <exception cref="SpecException">The file is missing or cannot be compiled.</exception>
    public DocumentedPlaces Places(string file, SpecVersion underTest) =>
        _places.GetOrAdd((file, underTest), key => new Lazy<DocumentedPlaces>(() => Survey(key.File, key.UnderTest))).Value;

    /// <summary>The smallest value that the schema of a file allows.</summary>
    /// <exception cref="SpecException">The file is missing.</exception>
    public JsonNode? Sample(string file) => new SampleBody(data.Read(file)).Make();

    /// <summary>The schema of a file, as it is for the version under test.</summary>
    /// <exception cref="SpecException">The file is missing or cannot be compiled.</exception>
    public CompiledSchema Get(string file, SpecVersion underTest) =>
        _compiled.GetOrAdd((file, underTest), key => new Lazy<CompiledSchema>(() => Compile(key.File, key.UnderTest))).Value;

    /// <summary>A schema that stands in the manifest itself.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="what">What messages call it.</param>
    /// <exception cref="SpecException">It cannot be compiled.</exception>
    public CompiledSchema Inline(string schema, string what) =>
        _inline.GetOrAdd(schema, key => new Lazy<CompiledSchema>(() => Compile(Encoding.UTF8.GetBytes(key), what))).Value;

    private CompiledSchema Compile(string file, SpecVersion underTest) =>
        Compile(VersionRelaxation.Apply(data.Read(file), underTest).Span, file);

    private CompiledSchema Compile(ReadOnlySpan<byte> schema, string what)
    {
        try
        {
            return CompiledSchema.Compile(schema);
        }
        catch (SchemaException exception)
        {
            throw Unusable(what, exception);
        }
    }

    private DocumentedPlaces Survey(string file, SpecVersion underTest)
    {
        var schema = data.Read(file);
        try
        {
            return new DocumentedPlaces(schema, underTest);
        }
        catch (SchemaException exception)
        {
            throw Unusable(file, exception);
        }
    }

    private SpecException Unusable(string file, SchemaException exception) =>
        new(new Problem($"{file} of {data} is not a usable schema")
        {
            Why = exception.Message,
            NextStep = "extract it again with `conformance extract`."
        }, exception);
}
