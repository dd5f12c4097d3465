using Conformance.Spec;

namespace Conformance.Reports.Model;

/// <summary>A requirement as a failure names it.</summary>
/// <param name="Id">The id, e.g. <c>DEV-14</c>.</param>
/// <param name="Text">What the server does, in our words.</param>
/// <param name="Link">The published clause.</param>
public sealed record RequirementReference(string Id, string Text, Uri Link)
{
    /// <summary>The reference to a requirement of the catalogue.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="version">The version of the specification whose clause it links to.</param>
    public static RequirementReference To(Requirement requirement, SpecVersion version)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return new(requirement.Id, RequirementReport.OneLine(requirement.Text), requirement.Clause.Link(version));
    }
}
