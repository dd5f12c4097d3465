namespace Conformance.Reports.Model;

/// <summary>How much of the specification a run touched.</summary>
/// <param name="Operations">Operations called at least once, of those in the manifest.</param>
/// <param name="Responses">Documented responses seen at least once, of those in the manifest.</param>
/// <param name="Requirements">Requirements that a scenario gave a verdict on, of those in the catalogue.</param>
public sealed record CoverageReport(Share Operations, Share Responses, Share Requirements)
{
    /// <summary>Documented members that an answer had, of those of the documented responses seen.</summary>
    public Share Members { get; init; }

    /// <summary>Documented branches that an answer took, of those of the documented responses seen.</summary>
    public Share Branches { get; init; }
}
