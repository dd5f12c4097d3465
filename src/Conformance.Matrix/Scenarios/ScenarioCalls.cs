using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios.Effects;
using Conformance.Matrix.Scenarios.Knowledge;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Scenarios;

/// <summary>Makes the calls of a scenario: records and judges each, and follows what it does. Several calls may be under way at the same
/// time; their exchanges are recorded in the order of the answers.</summary>
/// <param name="run">The run that the scenario belongs to.</param>
/// <param name="record">Where the exchanges are kept.</param>
/// <param name="knowledge">What the calls' effects change.</param>
internal sealed class ScenarioCalls(TestRun run, ScenarioRecord record, SuiteKnowledge knowledge) : ICallMaker
{
    // What a scenario knows and keeps is changed by one answer at a time.
    private readonly Lock _gate = new();
    private readonly List<string> _underWay = [];

    /// <summary>The last exchange made as the scenario's subject; null if there was none.</summary>
    public Exchange? Last { get; private set; }

    /// <summary>The call that the server last answered with a challenge; null if there is none. It stays after the call has
    /// succeeded.</summary>
    public UiaAttempt? Uia { get; private set; }

    /// <inheritdoc/>
    public async Task<Exchange> CallAsync(OperationCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(caller);
        var name = $"{call.Operation.Id} by {caller.Description}";
        Begin(name, role, call.Together);
        var answered = await run.Client.SendAsync(call, caller, role, RateLimited, cancellationToken);
        var exchange = Keep(name, answered with { Together = call.Together });
        if (role != ExchangeRole.CleanUp)
            await StopWithoutAsync(call, exchange, cancellationToken);
        lock (_gate)
        {
            AllEffects.Apply(call, caller, exchange, knowledge);
            if (role == ExchangeRole.Subject)
                Follow(call, caller, exchange);
        }

        return exchange;
    }

    /// <inheritdoc/>
    public async Task<Exchange> CallAsync(RawCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(caller);
        var name = $"{call.Method} {call.PathAndQuery.Split('?')[0]} by {caller.Description}";
        Begin(name, role, null);
        return Keep(name, await run.Client.SendAsync(call, caller, role, cancellationToken));
    }

    /// <inheritdoc/>
    public void Note(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        lock (_gate)
        {
            record.Add(Marked(exchange));
            run.Record.Budget.Fit(record.Exchanges);
        }
    }

    /// <summary>Makes the calls of a flow.</summary>
    /// <param name="role">Why they are made.</param>
    public FlowClient Client(ExchangeRole role) => new(this, role, run.Specification, run.Target, run.Names, run.Redactor);

    /// <summary>Puts what a page handed to the client in the place of the page's own content in <see cref="Last"/>.</summary>
    public void ReplaceLast(System.Text.Json.JsonElement answer)
    {
        if (Last is not { Response: { } page } last)
            return;
        Last = last with { Response = page with { Json = answer } };
        run.Redactor.Learn(Last.Response);
    }

    private void RateLimited(Exchange exchange)
    {
        run.Responses.Add(run.Judge.Examine(exchange), run.Target.SpecVersion, record.IsAlone);
        run.Record.Budget.LetGo(exchange, isEvidence: false);
    }

    /// <summary>Ends the scenario where the server does not have the operation, or says that it has switched it off.</summary>
    /// <remarks>Where something was wrong already, that decides. One that is about the refusal itself looks at it.</remarks>
    private async Task StopWithoutAsync(OperationCall call, Exchange exchange, CancellationToken cancellationToken)
    {
        if (record.Violations.Count > 0)
            return;
        if (run.Presence.WhyUnmet(call.Operation, exchange) is { } unmet && !IsAbout(unmet.Need))
        {
            record.UnmetNeeds = [unmet.Need];
            throw unmet;
        }

        if (!await run.Presence.IsMissingAsync(call, exchange, cancellationToken))
            return;
        record.MissingOperation = call.Operation.Id;
        throw new NotCheckedException($"{call.Operation.Id} is not implemented");
    }

    // On a server with the OAuth 2.0 API alone, or without it, the refusal is the requirement.
    private bool IsAbout(Need need) =>
        (need == Need.LegacyAuthentication && record.Requirements.Any(requirement => requirement.Needs.Contains(Need.OAuthOnly)))
        || (need == Need.OAuth && record.Requirements.Any(requirement => !requirement.Needs.Contains(Need.OAuth)));

    /// <summary>Notes the call under way, and how things were before the first one that the scenario is about. Clean-up leaves it alone: a
    /// call during which the scenario ended stays the reason.</summary>
    private void Begin(string call, ExchangeRole role, SentTogether? together)
    {
        if (role == ExchangeRole.CleanUp)
            return;
        lock (_gate)
        {
            if (together is null)
                _underWay.Clear();
            _underWay.Add(call);
            record.CallUnderWay = _underWay[0];
            if (role == ExchangeRole.Subject)
                knowledge.People.Prepared();
        }
    }

    private Exchange Keep(string call, Exchange exchange)
    {
        run.Note(exchange);
        lock (_gate)
        {
            if (exchange.Role != ExchangeRole.CleanUp)
            {
                _ = _underWay.Remove(call);
                record.CallUnderWay = _underWay.FirstOrDefault();
            }

            exchange = run.Judge.Examine(Marked(exchange));
            run.Responses.Add(exchange, run.Target.SpecVersion, record.IsAlone);
            record.Add(exchange);
            run.Record.Budget.Fit(record.Exchanges);
            if (exchange.Role == ExchangeRole.Subject)
                Last = exchange;
            return exchange;
        }
    }

    private Exchange Marked(Exchange exchange) =>
        exchange.Role == ExchangeRole.CleanUp ? exchange : exchange with { Step = record.CurrentStep() };

    private void Follow(OperationCall call, Caller caller, Exchange exchange)
    {
        var challenge = UiaChallenge.Read(exchange.Response);
        if (call.Auth is not null && Uia is { } attempt && attempt.Call.Operation.Id == call.Operation.Id)
        {
            if (challenge is not null)
                Uia = attempt with { Latest = challenge };
        }
        else if (challenge is not null)
        {
            Uia = new UiaAttempt { Call = call with { Auth = null }, Caller = caller, First = challenge, Latest = challenge };
        }
    }
}
