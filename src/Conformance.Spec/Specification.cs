using System.Diagnostics.CodeAnalysis;
using Conformance.Spec.Manifests;

namespace Conformance.Spec;

/// <summary>One version of the specification as data: its operations, and the schemas of what goes over the wire. Safe for use by many threads.</summary>
public sealed class Specification
{
    private readonly SpecData _data;
    private readonly Dictionary<string, Operation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Api, string Id), Operation> _byApi = [];

    private Specification(SpecData data, Manifest manifest)
    {
        _data = data;
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

    /// <summary>The versions that travel inside the assembly, oldest first.</summary>
    public static IReadOnlyList<SpecVersion> Embedded => SpecData.EmbeddedVersions();

    /// <summary>The version.</summary>
    public SpecVersion Version { get; }

    /// <summary>The commit of the specification's repository that this was extracted from; null if unknown.</summary>
    public string? Commit { get; }

    /// <summary>Every operation of every API: the client-server API first, then by path and method.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Every event schema, by name.</summary>
    public IReadOnlyList<EventSchema> Events { get; }

    /// <summary>Loads a version that travels inside the assembly.</summary>
    /// <exception cref="SpecException">It is not in the assembly.</exception>
    public static Specification LoadEmbedded(SpecVersion version)
    {
        var data = SpecData.Embedded(version);
        if (data.TryRead(Manifest.FileName) is { } manifest)
            return new Specification(data, ManifestReader.Read(Manifest.FileName, manifest));
        throw new SpecException(
            $"The data of {version} is not built in; built in is {string.Join(", ", Embedded)}. Extract {version} with `conformance extract` and give the folder with --schemas.");
    }

    /// <summary>Loads a version from a folder.</summary>
    /// <param name="schemasDirectory">The folder that holds a folder for the version, e.g. <c>v1.19/</c>.</param>
    /// <param name="version">The version.</param>
    /// <exception cref="SpecException">It is not there, or its manifest cannot be read.</exception>
    public static Specification LoadDirectory(string schemasDirectory, SpecVersion version)
    {
        ArgumentException.ThrowIfNullOrEmpty(schemasDirectory);
        var folder = Path.Combine(schemasDirectory, version.ToString());
        var data = SpecData.Directory(folder);
        if (data.TryRead(Manifest.FileName) is { } manifest)
            return new Specification(data, ManifestReader.Read(Path.Combine(folder, Manifest.FileName), manifest));
        var others = VersionsIn(schemasDirectory);
        throw new SpecException(
            $"There is no {Path.Combine(folder, Manifest.FileName)}; {(others.Count > 0 ? $"{schemasDirectory} has {string.Join(", ", others)}" : $"{schemasDirectory} has no version at all")}. Extract {version} with `conformance extract`.");
    }

    /// <summary>The versions that a folder holds, oldest first; none if there is no such folder.</summary>
    public static IReadOnlyList<SpecVersion> VersionsIn(string schemasDirectory) => SpecData.VersionsIn(schemasDirectory);

    /// <summary>The operation of an id; of the client-server API, where several APIs have one of that name. False if there is none.</summary>
    public bool TryGetOperation(string id, [NotNullWhen(true)] out Operation? operation) => _byId.TryGetValue(id, out operation);

    /// <summary>The operation of an id in one API; false if there is none.</summary>
    public bool TryGetOperation(string api, string id, [NotNullWhen(true)] out Operation? operation) => _byApi.TryGetValue((api, id), out operation);

    /// <summary>The operation of an id; of the client-server API, where several APIs have one of that name.</summary>
    /// <exception cref="SpecException">There is none; the message names the nearest ids.</exception>
    public Operation GetOperation(string id) =>
        TryGetOperation(id, out var operation)
            ? operation
            : throw new SpecException($"The specification {Version} has no operation \"{id}\".{Nearest.Question(id, _byId.Keys)}");
}
