namespace Conformance.Spec;

/// <summary>A place in the specification.</summary>
/// <param name="File">The file in the specification's repository, e.g. <c>content/client-server-api/_index.md</c>.</param>
/// <param name="Place">The heading, or the JSON Pointer, inside that file.</param>
/// <param name="Anchor">Page and fragment on the published site, e.g.
/// <c>client-server-api/#delete_matrixclientv3devicesdeviceid</c>.</param>
public sealed record Clause(string File, string Place, string Anchor)
{
    /// <summary>The link to the published clause, for one version of the specification: to where it stands in that version.</summary>
    public Uri Link(SpecVersion version) => new($"https://spec.matrix.org/{version}/{Anchors.Known.Of(Anchor, version)}");
}
