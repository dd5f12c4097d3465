using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using Conformance.Spec;
using Conformance.Steps.Phrases;
using Reqnroll;
using Reqnroll.Bindings;

namespace Conformance.Steps.Scenes;

/// <summary>What the step definitions share within one scenario: its world, and how a feature's words become calls.</summary>
/// <param name="context">The engine's view of the scenario.</param>
/// <param name="deadline">Until when the scenario may last.</param>
public sealed class Scene(ScenarioContext context, ScenarioDeadline deadline)
{
    private const string AuthMember = "auth";
    private Insertions? _insertions;

    /// <summary>The run on the homeserver that the scenario was given.</summary>
    public TestRun Run { get; private set; } = null!;

    /// <summary>What the scenario saw so far.</summary>
    public ScenarioRecord Record { get; private set; } = new();

    /// <summary>The scenario's actors, calls and accounts.</summary>
    public ScenarioWorld World { get; private set; } = null!;

    /// <summary>The refusal that did not come.</summary>
    public MissingRefusal Refusal { get; } = new();

    /// <summary>The calls of the last step that made several at once.</summary>
    public IReadOnlyList<Variant> Several { get; set; } = [];

    /// <summary>Ends when the scenario's time is over.</summary>
    public CancellationToken Cancellation => deadline.CancellationToken;

    /// <summary>Why a call is made now: Given prepares, When is what the scenario is about, Then looks.</summary>
    public ExchangeRole Role => context.StepContext.StepInfo.StepDefinitionType switch
    {
        StepDefinitionType.Given => ExchangeRole.SetUp,
        StepDefinitionType.When => ExchangeRole.Subject,
        _ => ExchangeRole.Observation,
    };

    /// <summary>Begins the scenario: from here on its record is kept.</summary>
    public void Begin(ScenarioRecord record)
    {
        Record = record;
        record.CurrentStep = new StepMarks(context).Current;
        context.Set(record);
    }

    /// <summary>Gives the scenario its homeserver: from here on it can make calls.</summary>
    public void Enter(TestRun run)
    {
        Run = run;
        World = new ScenarioWorld(run, Record);
        _insertions = new Insertions(World, () => Challenged, (need, why) => new ScenarioSkippedException($"{Unmet(need)}: {why}"));
    }

    /// <summary>The call in progress that was challenged.</summary>
    /// <exception cref="ViolationException">The last call was not challenged.</exception>
    public UiaAttempt Challenged =>
        World.Uia.Attempt ?? throw Violation("a UIA challenge: 401 with the array flows", World.Last.Outcome, World.Last);

    /// <summary>An access token that the server never gave.</summary>
    public string UnknownToken => _insertions!.UnknownToken;

    /// <summary>Fills in every <c>{name}</c> of a text.</summary>
    public string FillIn(string text) => _insertions!.FillIn(text);

    /// <summary>Fills in every <c>{name}</c> of a JSON text, inside its strings.</summary>
    public string FillInJson(string json) => _insertions!.FillInJson(json);

    /// <summary>Fills in every <c>{name}</c> of a path and query, percent-encoded.</summary>
    public string FillInUrl(string pathAndQuery) => _insertions!.FillInUrl(pathAndQuery);

    /// <summary>The clients that features speak of.</summary>
    public Callers Callers => new(this);

    /// <summary>The operation of an id.</summary>
    /// <exception cref="SuiteErrorException">There is no such operation.</exception>
    /// <exception cref="ScenarioSkippedException">The operation is newer than the version under test.</exception>
    public Operation OperationOf(string id)
    {
        if (!Run.Specification.TryGetOperation(id, out var operation))
            throw new SuiteErrorException(
                $"the feature calls \"{id}\", which is not an operation of {Run.Specification.Version}",
                "`conformance list --operations` has them all.");
        return operation.Since > Run.Target.SpecVersion
            ? throw new ScenarioSkippedException($"{Unmet(Need.Version)}: {operation.Id} came with {operation.Since}, and the server is checked against {Run.Target.SpecVersion}")
            : operation;
    }

    /// <summary>The call that a feature means.</summary>
    /// <param name="caller">Who makes it.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="arguments">The arguments by name; <c>auth</c> among them is the answer to a stage.</param>
    public OperationCall Call(CallerPhrase caller, Operation operation, JsonObject arguments)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(arguments);
        var given = arguments.ToDictionary(argument => argument.Key, argument => argument.Value?.DeepClone(), StringComparer.Ordinal);
        given.Remove(AuthMember, out var auth);
        return new OperationCall { Operation = operation, Arguments = given, Auth = auth, ExtraQuery = [.. Callers.Asserted(caller)] };
    }

    /// <summary>Lets a call that prepares the scenario succeed, or ends the scenario.</summary>
    /// <param name="exchange">The call; what is not a set-up may have failed.</param>
    /// <exception cref="ViolationException">It is a set-up, and has failed.</exception>
    public Exchange MustSucceedAsSetUp(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return exchange is { Role: ExchangeRole.SetUp, Response: not { Status: >= 200 and < 300 } }
            ? throw Violation($"set-up: {exchange.Operation?.Id ?? "the request"} succeeds", exchange.Outcome, exchange)
            : exchange;
    }

    /// <summary>Lets a flow be completed; skips the scenario where the server offers none that the suite can complete, or lets nobody
    /// in.</summary>
    /// <param name="complete">What completes the flow.</param>
    public async Task<T> AuthenticateAsync<T>(Func<Task<T>> complete)
    {
        ArgumentNullException.ThrowIfNull(complete);
        try
        {
            return await complete();
        }
        catch (UnmetNeedException unmet)
        {
            throw new ScenarioSkippedException($"{Unmet(unmet.Need)}: {unmet.Message}");
        }
    }

    /// <summary>Records that the server did not meet an expectation.</summary>
    /// <param name="expected">All acceptable answers, one phrase.</param>
    /// <param name="actual">What was seen, one phrase.</param>
    /// <param name="exchange">Where it was seen; null where it is about none in particular.</param>
    /// <returns>The exception to throw. Where a violation is only a warning, the scenario is ended as skipped instead.</returns>
    public ViolationException Violation(string expected, string actual, Exchange? exchange) =>
        Violations([new Violation(expected, actual, exchange)]);

    /// <summary>Records all that a step found.</summary>
    /// <param name="found">The violations, at least one.</param>
    /// <returns>The exception to throw. Where they are only warnings, the scenario is ended as skipped instead.</returns>
    public ViolationException Violations(IReadOnlyList<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var violations = found.Select(violation => violation with { IsOfSetUp = Role == ExchangeRole.SetUp, IsHarm = Refusal.IsMissing })
            .OrderBy(OnlyWarns).ToList();
        foreach (var violation in violations)
            Record.Add(violation);

        // What fails comes first: if the first one only warns, all do.
        return OnlyWarns(violations[0])
            ? throw new ScenarioSkippedException($"warned: expected {violations[0].Expected}; actual {violations[0].Actual}")
            : new ViolationException(violations[0]);

        bool OnlyWarns(Violation violation) => VerdictPolicy.OnlyWarns(Record.Requirements, violation, Run.Options.Strictness);
    }

    /// <summary>Ends the scenario if something that a step looked at deviates.</summary>
    /// <param name="comparisons">What it looked at.</param>
    /// <exception cref="ViolationException">Something deviates.</exception>
    public void MustHold(params IEnumerable<Comparison> comparisons)
    {
        List<Violation> violations = [.. comparisons.SelectMany(comparison => comparison.Violations)];
        if (violations.Count > 0)
            throw Violations(violations);
    }

    /// <summary>Ends the scenario because something that the server should have sent did not come in time. What is late cannot be told from
    /// what never comes while others keep the machine busy; when the scenario is tried once more, alone, it is a violation.</summary>
    /// <param name="expected">What should have come, one phrase.</param>
    /// <param name="actual">What came, one phrase.</param>
    /// <returns>The exception to throw.</returns>
    public Exception Missing(string expected, string actual) =>
        deadline.IsAlone ? Violation(expected, actual, null) : new NotCheckedException($"{expected}: {actual} in time");

    /// <summary>Records that the target lacks what the scenario needs.</summary>
    /// <param name="needs">The needs.</param>
    /// <returns>The reason to skip the scenario with.</returns>
    public string Unmet(params Need[] needs)
    {
        Record.UnmetNeeds = needs;
        return "needs " + string.Join(", ", needs.Select(need => need.Describe()));
    }

    /// <summary>The body of the last response.</summary>
    /// <exception cref="ViolationException">There is none, or it is not JSON.</exception>
    public JsonElement LastBody() =>
        World.Last.Response?.Json ?? throw Violation("a JSON body", World.Last.Outcome, World.Last);

    /// <summary>The last exchange, be it what the scenario is about or what prepares it.</summary>
    /// <exception cref="SuiteErrorException">There has been none.</exception>
    public Exchange Latest() =>
        Record.Exchanges.LastOrDefault(exchange => exchange is { IsOfCompanion: false, Role: not ExchangeRole.Observation })
            is { Role: ExchangeRole.SetUp } prepared
            ? prepared
            : World.Last;
}
