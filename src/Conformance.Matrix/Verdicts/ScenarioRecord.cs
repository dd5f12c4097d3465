using Conformance.Matrix.Exchanges;
using Conformance.Spec;

namespace Conformance.Matrix.Verdicts;

/// <summary>What one scenario saw: its requirements, exchanges and violations. Kept in the scenario's context, read by the
/// reports.</summary>
public sealed class ScenarioRecord
{
    private readonly List<Exchange> _exchanges = [];
    private readonly List<Violation> _violations = [];
    private readonly HashSet<string> _expired = new(StringComparer.Ordinal);

    /// <summary>The requirements that the scenario's tags name.</summary>
    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    /// <summary>Whether the scenario is tried once more, with no other beside it.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Every exchange, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    /// <summary>What the homeserver asked of the suite's own servers because of the scenario; kept only where it did not pass.</summary>
    public IReadOnlyList<IncomingRequest> CompanionRequests { get; set; } = [];

    /// <summary>What the server did not meet, in order.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>The needs that the target does not offer; empty if the scenario could run.</summary>
    public IReadOnlyList<Need> UnmetNeeds { get; set; } = [];

    /// <summary>The profile of the target that the scenario ran on; null where it ran on none.</summary>
    public string? Profile { get; set; }

    /// <summary>The operation that the scenario needs and the server does not have; null where there is none.</summary>
    public string? MissingOperation { get; set; }

    /// <summary>The call that the server has not answered yet, as in <c>deleteDevice by Alice on "PHONE"</c>; null between calls. It tells
    /// a server that hangs from a suite that does.</summary>
    public string? CallUnderWay { get; set; }

    /// <summary>Tells which step the scenario is at; null between steps.</summary>
    public Func<StepMark?> CurrentStep { get; set; } = () => null;

    /// <summary>Whether the scenario waited until a token had expired, so that it is about that.</summary>
    public bool HasWaitedFor(string token) => _expired.Contains(token);

    /// <summary>Notes that the scenario waits until a token has expired.</summary>
    public void WaitsFor(string token) => _expired.Add(token);

    /// <summary>Adds an exchange.</summary>
    public void Add(Exchange exchange) => _exchanges.Add(exchange);

    /// <summary>Lets go of what no report shows, once the scenario has ended.</summary>
    internal void Close(ExchangeBudget budget)
    {
        var evidence = _violations
            .SelectMany(violation => (violation.Sample?.Deviating ?? []).Select(deviation => deviation.Exchange)
                .Append(violation.Exchange))
            .OfType<Exchange>()
            .Select(exchange => exchange.Request)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var exchange in _exchanges)
        {
            var isSubject = _violations.Count > 0 && exchange.Role == ExchangeRole.Subject;
            budget.LetGo(exchange, isSubject || evidence.Contains(exchange.Request));
        }
    }

    /// <summary>Adds a violation.</summary>
    public void Add(Violation violation) => _violations.Add(violation);
}
