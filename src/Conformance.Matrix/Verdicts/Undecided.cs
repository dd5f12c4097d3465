using System.Globalization;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Verdicts;

/// <summary>Tells why a scenario decides nothing. Slowness is not a violation, and a scenario is red only for what it is about.</summary>
public static class Undecided
{
    private static readonly string[] Tokens = [TokenLife.AccessToken, TokenLife.LoginToken];

    /// <summary>Why the scenario could not be checked, one phrase, with secrets; null where it was.</summary>
    /// <param name="record">What the scenario saw; null where it never began.</param>
    /// <param name="end">How its execution ended.</param>
    public static string? Why(ScenarioRecord? record, ScenarioEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        if (record is { UnmetNeeds.Count: > 0 } || end.Kind is ScenarioEndKind.NotBound or ScenarioEndKind.Cancelled)
            return null;
        var violations = Violations(record, end);
        return end switch
        {
            { Kind: ScenarioEndKind.Threw, Exception: NotCheckedException reason }
                when record?.MissingOperation is null || violations.Count == 0 => reason.Message,
            { Kind: ScenarioEndKind.TimedOut } when violations.Count == 0 => TimeIsUp(record),
            { Kind: ScenarioEndKind.Threw } when violations.Count == 0 => Lost(record),
            _ when violations.Count == 0 => null,
            _ => Lost(record) ?? WhyNone(violations, record),
        };
    }

    // A step may see several violations: one that decides is enough.
    private static string? WhyNone(List<Violation> violations, ScenarioRecord? record)
    {
        var reasons = violations.Select(violation => Expired(violation, record) ?? SetUp(violation) ?? AfterServerError(violation, record))
            .ToList();
        return reasons.Contains(null) ? null : reasons[0];
    }

    private static List<Violation> Violations(ScenarioRecord? record, ScenarioEnd end)
    {
        var violations = record?.Violations.ToList() ?? [];
        if (end.Exception is ViolationException { Violation: var thrown } && !violations.Contains(thrown))
            violations.Add(thrown);
        return end.IsInSetUp ? violations.ConvertAll(violation => violation with { IsOfSetUp = true }) : violations;
    }

    private static string TimeIsUp(ScenarioRecord? record) => record?.CallUnderWay is { } call
        ? $"its time was up before {call} was answered"
        : "its time was up";

    // What is seen after a request that got no answer may be so because of that.
    private static string? Lost(ScenarioRecord? record) =>
        record?.Exchanges.FirstOrDefault(exchange => exchange is { WhyUndecided: not null, Role: not ExchangeRole.CleanUp }) is { } lost
            ? $"{NameOf(lost)}: {lost.WhyUndecided!.TrimEnd('.')}"
            : null;

    // A 5xx of a call that a scenario is about, or that its violation shows, is a violation. Of any other call it may be the cause of what
    // is seen after it, and the judge holds it against the server in any case.
    private static string? AfterServerError(Violation violation, ScenarioRecord? record)
    {
        if (violation.Exchange is { IsServerError: true })
            return null;
        var broken = record?.Exchanges.FirstOrDefault(exchange =>
            exchange is { IsServerError: true, Role: ExchangeRole.SetUp or ExchangeRole.Observation }
            && !(exchange.EndedAt > violation.Exchange?.EndedAt));
        return broken is null ? null : $"{NameOf(broken)} was answered {broken.Outcome}";
    }

    private static string NameOf(Exchange exchange) =>
        exchange.Operation?.Id ?? $"{exchange.Request.Method} {exchange.Request.Url.AbsolutePath}";

    private static string? SetUp(Violation violation)
    {
        if (!violation.IsOfSetUp)
            return null;
        const string Prefix = "set-up: ";
        var expected = violation.Expected.StartsWith(Prefix, StringComparison.Ordinal) ? violation.Expected : Prefix + violation.Expected;
        return $"{expected}, but it was {violation.Actual}";
    }

    // A machine that is slow lets a token expire before a scenario has used it. One that is about expiry waits for it.
    private static string? Expired(Violation violation, ScenarioRecord? record)
    {
        if (record is null || violation.Exchange is not { Response.Status: >= 400 } refused)
            return null;
        var life = record.Exchanges
            .SelectMany(exchange => Tokens.Select(member => TokenLife.Read(exchange, member)))
            .OfType<TokenLife>()
            .FirstOrDefault(life => life.MayHaveEndedIn(refused) && !record.HasWaitedFor(life.Token));
        return life is null
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"the token of {refused.Caller} lives {life.Lifetime.TotalSeconds:0.###} s and had expired when {refused.Operation?.Id ?? "the request"} was answered");
    }
}
