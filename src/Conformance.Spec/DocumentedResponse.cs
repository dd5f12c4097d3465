namespace Conformance.Spec;

/// <summary>A response that the specification documents for an operation.</summary>
/// <param name="Status">A status code (<c>200</c>), a range (<c>4XX</c>) or <c>default</c>.</param>
/// <param name="MediaTypes">The media types documented; empty where no body is documented.</param>
/// <param name="Schema">The file of the JSON body's schema, relative to the version's folder (<c>client-server/getDevices.200.json</c>);
/// null if there is none.</param>
/// <param name="Since">The version that added it; null where the source has no such mark.</param>
public sealed record DocumentedResponse(string Status, IReadOnlyList<string> MediaTypes, string? Schema, SpecVersion? Since = null)
{
    /// <summary>The names of the documented headers, in the order of the source.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];
}
