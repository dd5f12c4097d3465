using Conformance.Matrix.Ledger;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Reports.Wording;

/// <summary>Where the published specification describes an operation.</summary>
public static class OperationClause
{
    /// <summary>The link to the section about the responses of a name in the ledger: an operation's id, or one of <see
    /// cref="OutsideManifest"/>.</summary>
    public static Uri Link(string name, Specification specification, SpecVersion version)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return OutsideManifest.HeadingOf(name) is { } heading
            ? new Uri($"https://spec.matrix.org/{version}/client-server-api/#{heading}")
            : Link(specification.GetOperation(name), version);
    }

    /// <summary>The link to an operation's section.</summary>
    public static Uri Link(Operation operation, SpecVersion version)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Link(version);
    }
}
