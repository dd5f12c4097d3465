using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Flows.Uia;

/// <summary>Carries a call through user-interactive authentication, always in two steps: first without <c>auth</c>, then stage by
/// stage.</summary>
/// <param name="solvers">One solver for each type of stage that the suite can complete.</param>
public sealed class UiaDriver(IReadOnlyList<IStageSolver> solvers)
{
    // A stage may take more than one request; none of the suite's own does, so a second one is patience enough.
    private const int RequestsPerStage = 2;

    /// <summary>The solvers of all stages; those that need a companion solve only where it is there.</summary>
    public static IReadOnlyList<IStageSolver> StandardSolvers { get; } =
    [
        new PasswordStage(), new DummyStage(), new RegistrationTokenStage(), new TermsStage(), new RecaptchaStage(), new EmailStage(),
            new MsisdnStage(), new SsoStage(),
    ];

    /// <summary>Makes the call and completes the first flow offered that the suite can.</summary>
    /// <param name="call">The call, without <c>auth</c>.</param>
    /// <param name="send">Sends one request of it.</param>
    /// <param name="context">What the stages may draw on.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>The last exchange: the result of the call, or any answer that is not a challenge.</returns>
    /// <exception cref="ViolationException">The server refused a stage that was answered rightly, or does not count it.</exception>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here.</exception>
    public async Task<Exchange> RunAsync(
        OperationCall call, Func<OperationCall, CancellationToken, Task<Exchange>> send, StageContext context,
            CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(send);
        var exchange = await send(call with { Auth = null }, cancellationToken);
        return UiaChallenge.Read(exchange.Response) is { } challenge
            ? await ContinueAsync(call, challenge, send, context, cancellationToken)
            : exchange;
    }

    /// <summary>Completes what is left of a session that a challenge has begun.</summary>
    /// <param name="call">The call, without <c>auth</c>.</param>
    /// <param name="challenge">The latest challenge.</param>
    /// <param name="send">Sends one request of it.</param>
    /// <param name="context">What the stages may draw on.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>The last exchange: the result of the call, or any answer that is not a challenge.</returns>
    /// <exception cref="ViolationException">The server refused a stage that was answered rightly, or does not count it.</exception>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here.</exception>
    public async Task<Exchange> ContinueAsync(
        OperationCall call, UiaChallenge challenge, Func<OperationCall, CancellationToken, Task<Exchange>> send, StageContext context,
            CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(challenge);
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(context);
        context = context with { Call = call };
        var flow = Choose(challenge, context) ?? throw NoWay(call, challenge, context);
        var session = challenge.Session;
        var latest = challenge;
        Exchange? last = null;
        foreach (var solver in flow)
        {
            for (var request = 1; !latest.Completed.Contains(solver.Stage); request++)
            {
                if (request > RequestsPerStage)
                    throw Refused(call, solver.Stage, latest, last);
                var answer = await solver.AnswerAsync(context, latest with { Session = session }, cancellationToken);
                if (session is not null)
                    answer["session"] = session;
                last = await send(call with { Auth = answer }, cancellationToken);
                if (UiaChallenge.Read(last.Response) is not { } next)
                    return last;
                if (next.ErrorCode is not null && !next.Completed.Contains(solver.Stage))
                    throw Refused(call, solver.Stage, next, last);
                session = next.Session ?? session;
                latest = next;
            }
        }

        throw new ViolationException(new Violation(
            $"{call.Operation.Id} is performed once every stage of a flow is completed",
            $"another challenge, although [{string.Join(", ", latest.Completed)}] are completed and the flows are {latest.DescribeFlows()}",
            last));
    }

    /// <summary>Makes the call once for each flow offered that the suite can complete, and completes just that flow.</summary>
    /// <param name="call">The call, without <c>auth</c>.</param>
    /// <param name="send">Sends one request of it.</param>
    /// <param name="with">The stage that the flows must have; null for all flows.</param>
    /// <param name="context">What the stages may draw on.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>What became of each flow, in the order of the flows; only the first answer if it is not a challenge. A flow that cannot be
    /// completed although its stages are answered rightly does not keep the others from being tried.</returns>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here.</exception>
    public async Task<IReadOnlyList<FlowOutcome>> RunEachFlowAsync(
        OperationCall call,
        Func<OperationCall, CancellationToken, Task<Exchange>> send,
        StageType? with,
        StageContext context,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(context);
        context = context with { Call = call };
        var results = new List<FlowOutcome>();
        for (var index = 0; ; index++)
        {
            var exchange = await send(call with { Auth = null }, cancellationToken);
            if (UiaChallenge.Read(exchange.Response) is not { } offered)
                return [.. results, new FlowOutcome(null, exchange)];
            var challenge = with is { } stage
                ? offered with { Flows = [.. offered.Flows.Where(flow => flow.Contains(stage))] }
                : offered;
            var flows = challenge.Flows.Where(flow => Solvers(flow, context) is not null).ToList();
            if (index >= flows.Count && index > 0)
                return results;
            if (with is { } missing && challenge.Flows.Count == 0)
            {
                throw new UnmetNeedException(
                    StageNeeds.Of(missing) ?? Need.SpecialConfiguration,
                    $"{call.Operation.Id} offers no flow with the stage {missing}: {offered.DescribeFlows()}.");
            }

            // Where the suite can complete none of them, all of them say what is missing.
            var only = index < flows.Count ? challenge with { Flows = [flows[index]] } : challenge;
            results.Add(await OutcomeAsync(only));
        }

        async Task<FlowOutcome> OutcomeAsync(UiaChallenge only)
        {
            var flow = only.Flows is [var offered] ? offered : null;
            try
            {
                return new FlowOutcome(flow, await ContinueAsync(call, only, send, context, cancellationToken));
            }
            catch (ViolationException refused)
            {
                return new FlowOutcome(flow, refused.Violation.Exchange) { Violation = refused.Violation };
            }
        }
    }

    /// <summary>The solver of a stage; null where the suite cannot complete it here.</summary>
    public IStageSolver? SolverOf(StageType stage, StageContext context) =>
        solvers.FirstOrDefault(solver => solver.Stage == stage && solver.CanSolve(context));

    /// <summary>Of the flows that can be solved, the furthest advanced; among equals, the first offered. Null if there is none.</summary>
    public IReadOnlyList<IStageSolver>? Choose(UiaChallenge challenge, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        return challenge.Flows
            .Where(flow => flow.Count > 0)
            .OrderByDescending(flow => flow.TakeWhile(challenge.Completed.Contains).Count())
            .Select(flow => Solvers(flow, context))
            .FirstOrDefault(chosen => chosen is not null);
    }

    private List<IStageSolver>? Solvers(IReadOnlyList<StageType> flow, StageContext context)
    {
        var chosen = flow.Select(stage => SolverOf(stage, context)).OfType<IStageSolver>().ToList();
        return flow.Count > 0 && chosen.Count == flow.Count ? chosen : null;
    }

    private Exception NoWay(OperationCall call, UiaChallenge challenge, StageContext context)
    {
        var missing = challenge.Flows.SelectMany(flow => flow).Where(stage => SolverOf(stage, context) is null).ToList();
        return missing is []
            ? new ViolationException(new Violation($"{call.Operation.Id} offers a flow of at least one stage", challenge.DescribeFlows(),
                null))
            : new UnmetNeedException(
                StageNeeds.Of(missing[0]) ?? Need.SpecialConfiguration,
                $"{call.Operation.Id} offers no flow that the suite can complete here: {challenge.DescribeFlows()}; it can complete {Solvable(context)}.");
    }

    private string Solvable(StageContext context)
    {
        var stages = solvers.Where(solver => solver.CanSolve(context)).Select(solver => solver.Stage).ToList();
        return stages.Count == 0 ? "no stage" : string.Join(", ", stages);
    }

    private static ViolationException Refused(OperationCall call, StageType stage, UiaChallenge challenge, Exchange? exchange) =>
        new(new Violation(
        $"the stage {stage} of {call.Operation.Id} is completed by the right answer",
        challenge.ErrorCode is { } code ? $"401 {code}" : $"401 with completed [{string.Join(", ", challenge.Completed)}]",
        exchange));
}
