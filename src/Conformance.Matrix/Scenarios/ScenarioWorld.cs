using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios.Knowledge;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Scenarios;

/// <summary>
/// Everything of one scenario, in parts: its actors, the calls that it makes, their authentication, accounts, third-party identifiers,
/// pages. In the end it removes
/// what it made. Used by one step at a time, which may make several calls at the same time.
/// </summary>
public sealed class ScenarioWorld : ICallMaker, IAsyncDisposable
{
    private readonly SuiteKnowledge _knowledge;
    private readonly ScenarioCalls _calls;
    private bool _disposed;

    /// <summary>Makes a world.</summary>
    /// <param name="run">The run that the scenario belongs to.</param>
    /// <param name="record">Where the scenario's exchanges are kept.</param>
    public ScenarioWorld(TestRun run, ScenarioRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(record);
        Run = run;
        Record = record;
        _knowledge = new SuiteKnowledge(run.Redactor);
        _calls = new ScenarioCalls(run, record, _knowledge);
        Fresh = new FreshValues(run);
        Uia = new UiaCalls(run, _calls, Fresh);
        Accounts = new ScenarioAccounts(run, _calls, Uia, _knowledge, Fresh);
        Browser = new ScenarioBrowser(run, _calls, Accounts, _knowledge);
        Tokens = new ScenarioTokens(run, _calls, Uia, Accounts, Fresh);
        Sessions = new ScenarioSessions(run, _calls, Accounts, Browser, Tokens);
        ThreePids = new ScenarioThreePids(run, record, _calls, Uia, _knowledge, Fresh);
    }

    /// <summary>The run that the scenario belongs to.</summary>
    public TestRun Run { get; }

    /// <summary>What the scenario saw.</summary>
    public ScenarioRecord Record { get; }

    /// <summary>The actors, in the order of their first mention.</summary>
    public IReadOnlyList<Actor> Actors => _knowledge.People.All;

    /// <summary>Values remembered under a name, for <c>{name}</c> in later steps.</summary>
    public IDictionary<string, string> Memory { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The exchange that the scenario is about: the last one made as its subject.</summary>
    /// <exception cref="SuiteErrorException">There has been none.</exception>
    public Exchange Last => _calls.Last ?? throw new SuiteErrorException(
        "the scenario looks at a response before making a call",
        "put a When step first.");

    /// <summary>Unique values.</summary>
    public FreshValues Fresh { get; }

    /// <summary>User-interactive authentication.</summary>
    public UiaCalls Uia { get; }

    /// <summary>Accounts and sessions.</summary>
    public ScenarioAccounts Accounts { get; }

    /// <summary>What happens in a web browser.</summary>
    public ScenarioBrowser Browser { get; }

    /// <summary>Tokens of every kind.</summary>
    public ScenarioTokens Tokens { get; }

    /// <summary>Sessions of every kind.</summary>
    public ScenarioSessions Sessions { get; }

    /// <summary>Email addresses and telephone numbers.</summary>
    public ScenarioThreePids ThreePids { get; }

    /// <summary>An actor, made on first mention.</summary>
    public Actor Actor(string name) => _knowledge.People.Named(name);

    /// <summary>An actor's account as it was before the first request that the scenario is about; as it is where there was none.</summary>
    public AccountState AsPrepared(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _knowledge.People.AsPrepared(actor);
    }

    /// <inheritdoc/>
    public Task<Exchange> CallAsync(OperationCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken) =>
        _calls.CallAsync(call, caller, role, cancellationToken);

    /// <inheritdoc/>
    public Task<Exchange> CallAsync(RawCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken) =>
        _calls.CallAsync(call, caller, role, cancellationToken);

    /// <inheritdoc/>
    public void Note(Exchange exchange) => _calls.Note(exchange);

    /// <summary>Adds to the record what is wrong with the homeserver's requests to the suite's own servers so far, as far as this scenario
    /// brought them about.</summary>
    public void CheckCompanionRequests()
    {
        foreach (var violation in new CompanionRequests(Run, _knowledge, Fresh).Violations())
            Record.Add(violation);
    }

    /// <summary>Keeps in the record what the homeserver asked of the suite's own servers because of this scenario, for people to
    /// read.</summary>
    public void KeepCompanionRequests() => Record.CompanionRequests = new CompanionRequests(Run, _knowledge, Fresh).Newest();

    /// <summary>Removes what the scenario made. Takes a bounded time and throws nothing: what could not be removed is counted in <see
    /// cref="TestRun.CleanUpFailures"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await new CleanUp(Run, _calls, Uia, _knowledge).RunAsync();
        Record.Close(Run.Record.Budget);
    }
}
