using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Conformance.JsonSchema.Compiled;
using Conformance.Spec.Manifests;
using Conformance.Spec.Schemas;

namespace Conformance.Spec.Loading;

/// <summary>
/// One version of the specification as data: its operations, and the schemas of what goes over the wire. Safe for use by many threads.
/// </summary>
public sealed class Specification
{
    // Embedded data does not change: a process reads its manifest, and compiles each of its schemas, once.
    private static readonly ConcurrentDictionary<SpecVersion, Lazy<Specification>> BuiltIn = new();

    private readonly SchemaCache _schemas;
    private readonly Dictionary<string, Operation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Api, string Id), Operation> _byApi = [];

    private Specification(SpecData data, Manifest manifest)
    {
        _schemas = new SchemaCache(data);
        Version = manifest.Version;
        Commit = manifest.Commit;
        Operations = manifest.Operations;
        Events = manifest.Events;
        // The manifest begins with the client-server API; so does the search by id alone.
        foreach (var operation in Operations)
        {
            _byId.TryAdd(operation.Id, operation);
            _byApi.TryAdd((operation.Api, operation.Id), operation);
        }
    }

    /// <summary>The embedded versions, oldest first.</summary>
    public static IReadOnlyList<SpecVersion> Embedded => SpecData.EmbeddedVersions();

    /// <summary>The version.</summary>
    public SpecVersion Version { get; }

    /// <summary>The commit of the specification's repository that this was extracted from; null if unknown.</summary>
    public string? Commit { get; }

    /// <summary>Every operation of every API: the client-server API first, then by path and method.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Every event schema, by name.</summary>
    public IReadOnlyList<EventSchema> Events { get; }

    /// <summary>An embedded version. All callers share one instance.</summary>
    /// <exception cref="SpecException">The version is not embedded.</exception>
    public static Specification LoadEmbedded(SpecVersion version) =>
        BuiltIn.GetOrAdd(version, static asked => new Lazy<Specification>(() => ReadEmbedded(asked))).Value;

    private static Specification ReadEmbedded(SpecVersion version)
    {
        var data = SpecData.Embedded(version);
        if (data.TryRead(Manifest.FileName) is { } manifest)
            return new Specification(data, ManifestReader.Read(Manifest.FileName, manifest));
        throw new SpecException(
            $"The data of {version} is not built in, only that of {string.Join(", ", Embedded)}",
            $"extract {version} with `conformance extract` and give the folder with --schemas.");
    }

    /// <summary>Loads a version from a folder.</summary>
    /// <param name="schemasDirectory">The folder that holds a folder for the version, e.g. <c>v1.19/</c>.</param>
    /// <param name="version">The version.</param>
    /// <exception cref="SpecException">The folder does not have the version, or its manifest cannot be read.</exception>
    public static Specification LoadDirectory(string schemasDirectory, SpecVersion version)
    {
        ArgumentException.ThrowIfNullOrEmpty(schemasDirectory);
        var folder = Path.Combine(schemasDirectory, version.ToString());
        var data = SpecData.Directory(folder);
        if (data.TryRead(Manifest.FileName) is { } manifest)
            return new Specification(data, ManifestReader.Read(Path.Combine(folder, Manifest.FileName), manifest));
        var others = VersionsIn(schemasDirectory);
        var offer = others.Count > 0 ? $"has {string.Join(", ", others)}" : "has none";
        throw new SpecException(
            $"There is no {Path.Combine(folder, Manifest.FileName)}; {schemasDirectory} {offer}",
            $"extract {version} with `conformance extract`.");
    }

    /// <summary>The versions that a folder holds, oldest first; none if there is no such folder.</summary>
    public static IReadOnlyList<SpecVersion> VersionsIn(string schemasDirectory) => SpecData.VersionsIn(schemasDirectory);

    /// <summary>The operation with an id; that of the client-server API if several APIs have one. False if there is none.</summary>
    public bool TryGetOperation(string id, [NotNullWhen(true)] out Operation? operation) => _byId.TryGetValue(id, out operation);

    /// <summary>The operation with an id in one API; false if there is none.</summary>
    public bool TryGetOperation(string api, string id, [NotNullWhen(true)] out Operation? operation) =>
        _byApi.TryGetValue((api, id), out operation);

    /// <summary>The operation with an id; that of the client-server API if several APIs have one.</summary>
    /// <exception cref="SpecException">There is none; the message names the nearest ids.</exception>
    public Operation GetOperation(string id) =>
        TryGetOperation(id, out var operation)
            ? operation
            : throw new SpecException($"The specification {Version} has no operation \"{id}\".{Nearest.Question(id, _byId.Keys)}");

    /// <summary>The schema of a documented response's JSON body, compiled on its first use; null if there is none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="response">One of its responses.</param>
    /// <param name="underTest">The version that the server claims: properties that came later are not required.</param>
    /// <exception cref="SpecException">The schema's file is missing or cannot be compiled.</exception>
    public CompiledSchema? ResponseSchema(Operation operation, DocumentedResponse response, SpecVersion underTest)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(response);
        return response.Schema is { } file ? _schemas.Get(file, underTest) : null;
    }

    /// <summary>The members that the schema of a documented response's JSON body knows; null if there is no schema.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="response">One of its responses.</param>
    /// <exception cref="SpecException">The schema's file is missing.</exception>
    public KnownMembers? ResponseMembers(Operation operation, DocumentedResponse response)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(response);
        return response.Schema is { } file ? _schemas.Members(file) : null;
    }

    /// <summary>The places that the schema of a documented response's JSON body documents, listed on their first use; null if there is no
    /// schema.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="response">One of its responses.</param>
    /// <param name="underTest">The version that the server claims: members that came later are left out.</param>
    /// <exception cref="SpecException">The schema's file is missing or cannot be compiled.</exception>
    public DocumentedPlaces? ResponsePlaces(Operation operation, DocumentedResponse response, SpecVersion underTest)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(response);
        return response.Schema is { } file ? _schemas.Places(file, underTest) : null;
    }

    /// <summary>The schema of an operation's JSON request body, compiled on its first use; null if there is none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="underTest">The version that the server claims: properties that came later are not required.</param>
    /// <exception cref="SpecException">The schema's file is missing or cannot be compiled.</exception>
    public CompiledSchema? RequestSchema(Operation operation, SpecVersion underTest)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Request?.Schema is { } file ? _schemas.Get(file, underTest) : null;
    }

    /// <summary>The members that the schema of an operation's JSON request body knows; null if there is no schema.</summary>
    /// <param name="operation">The operation.</param>
    /// <exception cref="SpecException">The schema's file is missing.</exception>
    public KnownMembers? RequestMembers(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Request?.Schema is { } file ? _schemas.Members(file) : null;
    }

    /// <summary>The schema of a parameter's value, compiled on its first use; null if there is none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="parameter">One of its parameters.</param>
    /// <exception cref="SpecException">The schema cannot be compiled.</exception>
    public CompiledSchema? ParameterSchema(Operation operation, OperationParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Schema is { } schema
            ? _schemas.Inline(schema, $"the schema of {operation.Id}'s parameter {parameter.Name}")
            : null;
    }

    /// <summary>The places that the schema of an operation's JSON request body documents, listed on their first use; null if there is no
    /// schema.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="underTest">The version that the server claims: members that came later are left out.</param>
    /// <exception cref="SpecException">The schema's file is missing or cannot be compiled.</exception>
    public DocumentedPlaces? RequestPlaces(Operation operation, SpecVersion underTest)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Request?.Schema is { } file ? _schemas.Places(file, underTest) : null;
    }

    /// <summary>The smallest JSON body that an operation's request schema allows: the required members, each with a made-up value; null if
    /// the operation takes no JSON object.</summary>
    /// <param name="operation">The operation.</param>
    /// <exception cref="SpecException">The schema's file is missing.</exception>
    public JsonObject? SampleRequest(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Request?.Schema is { } file ? _schemas.Sample(file) as JsonObject : null;
    }

    /// <summary>The schema of an event, compiled on its first use.</summary>
    /// <param name="item">One of <see cref="Events"/>.</param>
    /// <param name="underTest">The version that the server claims: properties that came later are not required.</param>
    /// <exception cref="SpecException">The schema's file is missing or cannot be compiled.</exception>
    public CompiledSchema CompiledEventSchema(EventSchema item, SpecVersion underTest)
    {
        ArgumentNullException.ThrowIfNull(item);
        return _schemas.Get(item.Schema, underTest);
    }
}
