using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Reports.Building;

/// <summary>
/// Tells which failures follow from others: a scenario is about one operation, and was stopped by an answer of another where it needed a
/// success; and a requirement of that other operation is violated by the same answer.
/// </summary>
/// <remarks>
/// Only an operation's own requirements are causes, and only an answer that is no success: where a success lacks something, two scenarios
/// may miss two different things.
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
        if (RefusalIn(stop) is not { } refusal
            || requirements.Any(requirement => requirement.OperationId is null || requirement.OperationId == refusal.Operation))
            return [];
        return [.. _causes[refusal].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // An answer that is no success, where the scenario needed one.
    private static (string Operation, string Outcome)? RefusalIn(Violation? stop)
    {
        if (stop?.Exchange is not { Operation: { } operation, Response: not { Status: >= 200 and < 300 } } exchange)
            return null;
        var neededSuccess = stop.Expected == Success || stop.Expected.StartsWith(SetUp, StringComparison.Ordinal);
        return neededSuccess ? (operation.Id, exchange.Outcome) : null;
    }
}
