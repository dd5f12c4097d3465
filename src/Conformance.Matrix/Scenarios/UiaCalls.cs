using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Pages;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Scenarios;

/// <summary>Carries the calls of a scenario through user-interactive authentication.</summary>
public sealed class UiaCalls
{
    private readonly TestRun _run;
    private readonly ScenarioCalls _calls;
    private readonly FreshValues _fresh;

    internal UiaCalls(TestRun run, ScenarioCalls calls, FreshValues fresh)
    {
        _run = run;
        _calls = calls;
        _fresh = fresh;
    }

    /// <summary>The call that the server last answered with a challenge; null if there is none. It stays after the call has
    /// succeeded.</summary>
    public UiaAttempt? Attempt => _calls.Uia;

    /// <summary>What the solver of a stage may draw on.</summary>
    /// <param name="owner">Whose credentials are given; null where nobody's are.</param>
    /// <param name="role">Why the call is made that is authenticated.</param>
    public StageContext Stages(Actor? owner, ExchangeRole role) =>
        new(owner, _run.Target) { Client = _calls.Client(role == ExchangeRole.Subject ? ExchangeRole.SetUp : role) };

    /// <summary>Makes a call and carries it through user-interactive authentication: always first without <c>auth</c>, then stage by
    /// stage.</summary>
    /// <param name="call">The call; what it has as <c>auth</c> joins the answer to each stage.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="owner">Whose credentials are given; null where nobody's are, as in a registration.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The last exchange.</returns>
    /// <exception cref="ViolationException">The server refused a stage that was answered rightly.</exception>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here.</exception>
    public Task<Exchange> CallAsync(OperationCall call, Caller caller, Actor? owner, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _run.Uia.RunAsync(
            call, (request, token) =>
                _calls.CallAsync(Joined(request, call.Auth as JsonObject), caller, role, token), Stages(owner, role), cancellationToken);
    }

    /// <summary>Completes what is left of the challenge in <see cref="Attempt"/>, stage by stage.</summary>
    /// <param name="caller">Who makes the calls.</param>
    /// <param name="owner">Whose credentials are given; null where nobody's are.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The last exchange.</returns>
    /// <exception cref="ViolationException">The server refused a stage that was answered rightly.</exception>
    /// <exception cref="SuiteErrorException">There is no challenge.</exception>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here.</exception>
    public Task<Exchange> CompleteAsync(Caller caller, Actor? owner, ExchangeRole role, CancellationToken cancellationToken)
    {
        var attempt = Challenged();
        return _run.Uia.ContinueAsync(
            attempt.Call,
            attempt.Latest with { Session = attempt.Session },
            (request, token) => _calls.CallAsync(request, caller, role, token),
            Stages(owner, role),
            cancellationToken);
    }

    /// <summary>Carries a call through user-interactive authentication up to one request, and keeps that request back, to be sent together
    /// with another.</summary>
    /// <param name="call">The call, without <c>auth</c>.</param>
    /// <param name="stage">The stage whose answer is kept back, in a flow that has it; null for whatever stage completes a flow.</param>
    /// <param name="caller">Who makes the calls.</param>
    /// <param name="owner">Whose credentials are given; null where nobody's are, as in a registration.</param>
    /// <param name="role">Why they are made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The request; or the answer that ended the call before.</returns>
    /// <exception cref="ViolationException">The server refused a stage that was answered rightly.</exception>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here, or none has the stage.</exception>
    public async Task<HeldCall> HoldAsync(
        OperationCall call, StageType? stage, Caller caller, Actor? owner, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var first = await _calls.CallAsync(call with { Auth = null }, caller, role, cancellationToken);
        if (UiaChallenge.Read(first.Response) is not { } offered)
            return new HeldCall(call, null, first);
        var challenge = stage is { } only ? offered with { Flows = [.. offered.Flows.Where(flow => flow.Contains(only))] } : offered;
        if (stage is { } missing && challenge.Flows.Count == 0)
            throw new UnmetNeedException(
                StageNeeds.Of(missing) ?? Need.SpecialConfiguration,
                $"{call.Operation.Id} offers no flow with the stage {missing}: {offered.DescribeFlows()}.");
        var (latest, seen) = (challenge, first);
        OperationCall? kept = null;
        var last = await _run.Uia.ContinueAsync(
            call,
            challenge,
            async (request, token) =>
            {
                var type = TypeOf(request);
                if (stage is null ? latest.Flows.Any(flow => Completes(flow, type, latest.Completed)) : type == stage)
                {
                    kept = request;

                    // An exchange without an answer ends the flow here.
                    return first with { Response = null };
                }

                seen = await _calls.CallAsync(request, caller, role, token);
                latest = UiaChallenge.Read(seen.Response) ?? latest;
                return seen;
            },
            Stages(owner, role),
            cancellationToken);
        return kept is null ? new HeldCall(call, null, last) : new HeldCall(call, kept, seen, challenge);
    }

    /// <summary>Completes what is left of the flow of a call that was kept back.</summary>
    /// <param name="held">The call.</param>
    /// <param name="answer">What the server answered to the request that was kept back.</param>
    /// <param name="caller">Who makes the calls.</param>
    /// <param name="owner">Whose credentials are given; null where nobody's are.</param>
    /// <param name="role">Why they are made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The last exchange; the answer itself where it is not a challenge that counts the stage.</returns>
    /// <exception cref="ViolationException">The server refused a stage that was answered rightly.</exception>
    public async Task<Exchange> GoOnAsync(
        HeldCall held, Exchange answer, Caller caller, Actor? owner, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(answer);
        if (UiaChallenge.Read(answer.Response) is not { } challenge || held is not { Request: { } request, Challenge: { } begun }
            || TypeOf(request) is not { } stage || !challenge.Completed.Contains(stage))
            return answer;
        return await _run.Uia.ContinueAsync(
            held.Call,
            challenge with { Flows = begun.Flows, Session = challenge.Session ?? begun.Session },
            (next, token) => _calls.CallAsync(next, caller, role, token),
            Stages(owner, role),
            cancellationToken);
    }

    /// <summary>Makes a call once for each flow that the server offers and the suite can complete, and completes just that flow. Each
    /// registration gets a user name of its own.</summary>
    /// <param name="call">The call, without <c>auth</c>.</param>
    /// <param name="with">The stage that the flows must have; null for all flows.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="owner">Whose credentials are given; null where nobody's are.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What became of each flow.</returns>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here.</exception>
    public Task<IReadOnlyList<FlowOutcome>> CompleteEachFlowAsync(
        OperationCall call, StageType? with, Caller caller, Actor? owner, ExchangeRole role, CancellationToken cancellationToken)
    {
        // A user name registered in one flow is taken in the next.
        var own = call;
        return _run.Uia.RunEachFlowAsync(
            call,
            (request, token) =>
            {
                own = request.Auth is null ? WithOwnUser(request) : own with { Auth = request.Auth };
                return _calls.CallAsync(own, caller, role, token);
            },
            with,
            Stages(owner, role),
            cancellationToken);
    }

    /// <summary>Sends the call in <see cref="Attempt"/> again with an <c>auth</c> object; the session is put in where the object has
    /// none.</summary>
    /// <param name="auth">The object; an empty one asks how far the session is. A member <c>session</c> that is null keeps the session
    /// out.</param>
    /// <param name="caller">Who makes it; mostly the one who made the call.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SuiteErrorException">There is no challenge to answer.</exception>
    public Task<Exchange> AnswerAsync(JsonObject auth, Caller caller, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(auth);
        var attempt = Challenged();
        var answer = (JsonObject)auth.DeepClone();
        if (!answer.ContainsKey("session"))
            answer["session"] = attempt.Session;
        if (answer["session"] is null)
            answer.Remove("session");
        return _calls.CallAsync(attempt.Call with { Auth = answer }, caller, role, cancellationToken);
    }

    /// <summary>Completes a stage of the challenge in <see cref="Attempt"/> on the server's own page.</summary>
    /// <param name="stage">The type of the stage.</param>
    /// <param name="fields">What to fill in, by the names of the form's fields; <c>token</c> and <c>password</c> find their fields by kind
    /// too.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SuiteErrorException">There is no challenge with a session.</exception>
    public Task<WalkResult> CompleteOnFallbackPageAsync(
        StageType stage, IReadOnlyDictionary<string, string> fields, ExchangeRole role, CancellationToken cancellationToken)
    {
        var session = Attempt?.Session ?? throw new SuiteErrorException(
            "the fallback page needs the session of a UIA challenge, and there is none",
            "call the operation first.");
        return _calls.Client(role).Walk().WalkStageAsync(stage, session, fields, cancellationToken);
    }

    private static StageType? TypeOf(OperationCall request) =>
        request.Auth is JsonObject auth && auth["type"] is JsonValue value && value.TryGetValue<string>(out var type)
            ? new StageType(type)
            : null;

    private static bool Completes(IReadOnlyList<StageType> flow, StageType? type, IReadOnlyList<StageType> completed) =>
        flow.All(stage => stage == type || completed.Contains(stage));

    private static OperationCall Joined(OperationCall call, JsonObject? extra)
    {
        if (extra is null || call.Auth is not JsonObject auth)
            return call;
        var joined = (JsonObject)auth.DeepClone();
        foreach (var (name, value) in extra)
            joined.TryAdd(name, value?.DeepClone());
        return call with { Auth = joined };
    }

    private OperationCall WithOwnUser(OperationCall call)
    {
        if (call.Operation.Id != Operations.Register)
            return call;
        var arguments = new Dictionary<string, JsonNode?>(call.Arguments, StringComparer.Ordinal) { ["username"] = _fresh.UserName() };
        arguments.TryAdd("password", _fresh.Password());
        return call with { Arguments = arguments };
    }

    private UiaAttempt Challenged() =>
        Attempt ?? throw new SuiteErrorException(
            "the scenario answers a UIA challenge, and there has been none",
            "call the operation first.");
}
