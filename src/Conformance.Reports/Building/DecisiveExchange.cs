using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;

namespace Conformance.Reports.Building;

/// <summary>
/// Finds the exchange that did what a violation shows. A violation is often seen in a later look: the list that still has the device, the
/// login that the old password still opens. The request that should have had the effect, or should not, came before.
/// </summary>
internal static class DecisiveExchange
{
    // They give the scenario its people, and are seldom what it is about.
    private static readonly string[] OfSetUp = [Operations.Register, Operations.LogIn];

    /// <summary>
    /// The last request before the one that shows the violation, of an earlier step, that could change something and is what the scenario
    /// is about; failing that, the last one of the set-up, if the one that shows it only looks. Null where the violation is in the answer
    /// itself.
    /// </summary>
    /// <param name="violation">The violation; where no exchange shows it, all of the scenario came before.</param>
    /// <param name="record">What the scenario saw.</param>
    public static Exchange? Of(Violation violation, ScenarioRecord record)
    {
        ArgumentNullException.ThrowIfNull(violation);
        ArgumentNullException.ThrowIfNull(record);
        var shows = record.Exchanges.FirstOrDefault(exchange => exchange.IsSameAs(violation.Exchange)) ?? violation.Exchange;
        var before = record.Exchanges
            .TakeWhile(exchange => !exchange.IsSameAs(shows))
            .Where(exchange => exchange is { IsOfCompanion: false, Operation: not null } && IsChange(exchange)
                && (shows is null || exchange.Step != shows.Step))
            .ToList();
        return before.LastOrDefault(exchange => exchange.Role == ExchangeRole.Subject && !IsBeginningOf(shows, exchange))
            ?? (OnlyLooks(shows)
                ? before.LastOrDefault(exchange => exchange.Role == ExchangeRole.SetUp && !OfSetUp.Contains(exchange.Operation!.Id))
                : null);
    }

    private static bool IsChange(Exchange exchange) => exchange.Request.Method is not ("GET" or "HEAD" or "OPTIONS");

    private static bool OnlyLooks(Exchange? exchange) => exchange is null || exchange.Role == ExchangeRole.Observation
        || !IsChange(exchange) || exchange.Operation?.Id == Operations.LogIn;

    // The first half of a call in two steps: the second half is the same request, with the answer to a stage, or a page for it.
    private static bool IsBeginningOf(Exchange? shows, Exchange exchange) => shows is { Role: ExchangeRole.Subject }
        && exchange.Response is { IsChallenge: true } && (shows.Operation is null || shows.Operation.Id == exchange.Operation?.Id);
}
