using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Reports.Building;

/// <summary>
/// Tells which failures follow from others: a scenario was stopped by an answer of an operation that it is not about, or in its set-up,
/// where it needed a success; and a requirement of that operation is violated by the same answer.
/// </summary>
/// <remarks>
/// Only a requirement of the operation itself is a cause, and only an answer other than 200: where a 200 lacks something, two scenarios may
/// miss two different things.
/// </remarks>
internal sealed class Consequences
{
    private const string SetUp = "set-up:";
    private const string Success = "200";

    private readonly ILookup<(string Operation, string Outcome), string> _causes;

    /// <summary>Collects the causes.</summary>
    /// <param name="stops">What stopped each scenario that did not pass, with its requirements.</param>
    public Consequences(IEnumerable<(IReadOnlyList<Requirement> Requirements, Violation? Stop)> stops)
    {
        _causes = stops
            .Where(stop => !IsInSetUp(stop.Stop))
            .Select(stop => (stop.Requirements, Refusal: RefusalIn(stop.Stop)))
            .Where(stop => stop.Refusal is not null)
            .SelectMany(stop => stop.Requirements
                .Where(requirement => requirement.OperationId == stop.Refusal!.Value.Operation)
                .Select(requirement => (stop.Refusal!.Value, requirement.Id)))
            .ToLookup(cause => cause.Value, cause => cause.Id);
    }

    /// <summary>The requirements from whose violation a scenario's failure follows; empty where it stands for itself.</summary>
    /// <param name="requirements">The scenario's requirements.</param>
    /// <param name="stop">What stopped it; null if it passed.</param>
    public IReadOnlyList<string> Of(IReadOnlyList<Requirement> requirements, Violation? stop)
    {
        if (RefusalIn(stop) is not { } refusal || (!IsInSetUp(stop) && requirements.Any(IsAbout)))
            return [];
        return
        [
            .. _causes[refusal].Except(requirements.Select(requirement => requirement.Id), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

        bool IsAbout(Requirement requirement) => requirement.OperationId is null || requirement.OperationId == refusal.Operation;
    }

    private static bool IsInSetUp(Violation? stop) => stop?.Expected.StartsWith(SetUp, StringComparison.Ordinal) == true;

    // An answer other than 200, where the scenario needed that.
    private static (string Operation, string Outcome)? RefusalIn(Violation? stop)
    {
        if (stop?.Exchange is not { Operation: { } operation, Response: not { Status: 200 } } exchange)
            return null;
        return stop.Expected == Success || IsInSetUp(stop) ? (operation.Id, exchange.Outcome) : null;
    }
}
