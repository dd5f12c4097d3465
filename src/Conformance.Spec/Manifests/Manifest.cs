namespace Conformance.Spec.Manifests;

/// <summary>The content of <c>manifest.json</c>: the operations and event schemas of one version of the specification.</summary>
/// <param name="Version">The version.</param>
/// <param name="Commit">The commit of the specification's repository; null if unknown.</param>
/// <param name="Operations">By API, path and method.</param>
/// <param name="Events">By name.</param>
internal sealed record Manifest(SpecVersion Version, string? Commit, IReadOnlyList<Operation> Operations, IReadOnlyList<EventSchema> Events)
{
    /// <summary>The name of the file in a version's folder.</summary>
    public const string FileName = "manifest.json";
}
