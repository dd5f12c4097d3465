using Conformance.Spec.Sources;

namespace Conformance.Spec.Extraction;

/// <summary>An operation as its source has it: the data for the manifest, and the places of the schemas.</summary>
internal sealed record OperationSource
{
    public required string Id { get; init; }

    public required string Api { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The path as the source has it: without the document's prefix, and with trailing spaces.</summary>
    public required string SourcePath { get; init; }

    public required Authentication Authentication { get; init; }

    public required SpecVersion? Since { get; init; }

    public required IReadOnlyList<SpecVersion> Changed { get; init; }

    public required bool Deprecated { get; init; }

    public required IReadOnlyList<ParameterSource> Parameters { get; init; }

    public required BodySource? Request { get; init; }

    public required IReadOnlyList<ResponseSource> Responses { get; init; }

    /// <summary>Where the operation stands.</summary>
    public required SourceNode Place { get; init; }
}
