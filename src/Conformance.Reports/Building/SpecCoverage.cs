using Conformance.Matrix.Ledger;
using Conformance.Reports.Model;

namespace Conformance.Reports.Building;

/// <summary>How much of the specification a run touched. Only the Client-Server API counts.</summary>
internal static class SpecCoverage
{
    private const string ClientServer = "client-server";

    /// <summary>The shares.</summary>
    public static CoverageReport Of(
        RunReportInput input, IReadOnlyList<ResponseEntry> entries, IReadOnlyList<RequirementReport> requirements)
    {
        var operations = input.Specification.Operations.Where(operation => operation.Api == ClientServer).ToList();
        var ids = operations.Select(operation => operation.Id).ToHashSet(StringComparer.Ordinal);
        // Several statuses may be the same documented response (4XX), which counts once.
        var schemas = entries
            .Where(entry => entry.Coverage is not null && ids.Contains(entry.OperationId))
            .DistinctBy(entry => (entry.OperationId, entry.DocumentedAs))
            .Select(entry => entry.Coverage!)
            .ToList();
        return new CoverageReport(
            new Share(input.Responses.OperationsSeen.Count(ids.Contains), operations.Count),
            new Share(input.Responses.ResponsesSeen.Count(response => ids.Contains(response.OperationId)),
                operations.Sum(operation => operation.Responses.Count)),
            new Share(
                requirements.Count(requirement =>
                    requirement.Outcome is RequirementOutcome.Pass or RequirementOutcome.Warn or RequirementOutcome.Fail),
                requirements.Count))
        {
            Members = Sum(schemas.Select(schema => schema.Members)),
            Branches = Sum(schemas.Select(schema => schema.Branches)),
        };
    }

    /// <summary>What the operations called have documented, up to the version under test, and never answered.</summary>
    public static IReadOnlyList<UnseenResponsesReport> UnseenResponses(RunReportInput input)
    {
        var seen = input.Responses.ResponsesSeen;
        return
        [
            .. input.Responses.OperationsSeen
                .Select(id => input.Specification.GetOperation(id))
                .Where(operation => operation.Api == ClientServer)
                .Select(operation => new UnseenResponsesReport(
                    operation.Id,
                    [
                        .. operation.Responses
                            .Where(response =>
                                !(response.Since > input.Target.SpecVersion) && !seen.Contains((operation.Id, response.Status)))
                            .Select(response => response.Status),
                    ]))
                .Where(unseen => unseen.Statuses.Count > 0),
        ];
    }

    private static Share Sum(IEnumerable<PlaceCoverage> parts) =>
        parts.Aggregate(default(Share), (sum, part) => new Share(sum.Part + part.Seen.Count, sum.Total + part.Total));
}
