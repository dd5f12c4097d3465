using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Uia;

/// <summary>Takes API calls through user-interactive authentication ("User-interactive API in the REST API" of the client-server API).</summary>
internal class UiaEngine(UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
{
    /// <summary>Which flows each operation offers.</summary>
    protected UiaFlows Flows => flows;

    /// <summary>The sessions.</summary>
    protected UiaSessions Sessions => sessions;

    /// <summary>What asks for authentication.</summary>
    protected UiaChallenges Challenges => challenges;

    /// <summary>Answers a call: performs it, or asks for (more) authentication.</summary>
    /// <exception cref="MatrixException">The call is refused for another reason than authentication.</exception>
    public virtual async Task<Reply> RunAsync(IUiaOperation operation, Call call, CancellationToken cancellationToken)
    {
        var auth = UiaAuth.Read(call.Body);
        var session = auth?.Session is { } id ? FindSession(id, call) : null;
        if (session is not null)
        {
            call = Resume(call, session);
        }

        if (!operation.NeedsAuthentication(call))
        {
            operation.Check(call);
            return await operation.PerformAsync(call, authenticated: null, cancellationToken);
        }

        if (auth is null)
        {
            operation.Check(call);
            return await WithoutAuthAsync(operation, call, cancellationToken);
        }

        if (session is null || !Authorises(session, UiaBinding.Of(call)))
        {
            operation.Check(call);
            return challenges.Fresh(sessions.Begin(call), WhyNotAuthorised(auth, session));
        }

        await session.Gate.WaitAsync(cancellationToken);
        try
        {
            return await ContinueAsync(operation, call, auth, session, cancellationToken);
        }
        finally
        {
            session.Gate.Release();
        }
    }

    /// <summary>The response to a call that nobody has authenticated.</summary>
    public Reply Challenge(Call call) => challenges.First(sessions.Begin(call));

    /// <summary>Attempts a stage on its web page instead of through the client.</summary>
    /// <returns>Null if the stage is complete; else why it is not.</returns>
    public virtual async Task<MatrixException?> AttemptOnPageAsync(UiaSession session, string type, RequestObject data, CancellationToken cancellationToken)
    {
        await session.Gate.WaitAsync(cancellationToken);
        try
        {
            return await AttemptAsync(session, type, data, cancellationToken);
        }
        finally
        {
            session.Gate.Release();
        }
    }

    /// <summary>The session that a client names; null if it was never issued, or is over.</summary>
    protected virtual UiaSession? FindSession(string id, Call call) => sessions.Find(id);

    /// <summary>Whether a session can authorise this call: the same operation, by the same user, with the same parameters as it was begun with.</summary>
    /// <remarks>The specification binds only the client to "the same API call"; that anything else must not be authorised follows from it.</remarks>
    protected virtual bool Authorises(UiaSession session, UiaBinding binding) => session.Binding == binding;

    /// <summary>What becomes of a call without <c>auth</c>: it never succeeds.</summary>
    protected virtual Task<Reply> WithoutAuthAsync(IUiaOperation operation, Call call, CancellationToken cancellationToken) =>
        Task.FromResult(Challenge(call));

    /// <summary>What becomes of <c>auth</c> with nothing but the session: a poll, which attempts nothing. Null goes on.</summary>
    protected virtual Reply? Poll(UiaSession session) => null;

    /// <summary>What becomes of a stage that was completed before: nothing, as it cannot be retried. Null goes on.</summary>
    protected virtual MatrixException? Repeat(UiaSession session, string type) => null;

    /// <summary>Whether some flow has this stage.</summary>
    protected virtual bool IsOffered(UiaSession session, string type) => FlowsOf(session).Any(flow => flow.Contains(type));

    /// <summary>Whether there is a flow in which all stages before this one are complete.</summary>
    protected virtual bool IsInOrder(UiaSession session, string type) =>
        FlowsOf(session).Any(flow => flow.Contains(type) && flow.TakeWhile(stage => stage != type).All(session.Completed.Contains));

    /// <summary>Whether all stages of some flow are complete.</summary>
    protected virtual bool IsComplete(UiaSession session) => FlowsOf(session).Any(flow => flow.All(session.Completed.Contains));

    /// <summary>What a session that has done its work answers: the same result again, where the operation allows it. Null goes on.</summary>
    /// <remarks>
    /// "Servers must return either a 401 response with the completed stages, or the result of the API call if all stages were completed when a client
    /// retries a stage": the call is not performed a second time.
    /// </remarks>
    protected virtual Reply? Finished(IUiaOperation operation, Call call, UiaSession session) =>
        session.Result is null ? null
        : operation.RepeatsResult ? session.Result
        : challenges.Fresh(sessions.Begin(call), new MatrixException(401, ErrorCodes.Unknown, "The session is over. Begin again."));

    /// <summary>Performs the call once all stages of a flow are complete.</summary>
    protected virtual Task<Reply> PerformAsync(IUiaOperation operation, Call call, UiaSession session, CancellationToken cancellationToken) =>
        operation.PerformAsync(call with { Proven = session.Proven }, session.AuthenticatedAs, cancellationToken);

    /// <summary>The flows of the session.</summary>
    protected IReadOnlyList<IReadOnlyList<string>> FlowsOf(UiaSession session) => flows.For(session);

    // The fallback clause resubmits a request with nothing but the session in it; it stands for the request that the session was begun with.
    private static Call Resume(Call call, UiaSession session) =>
        session.Binding.OperationId == call.OperationId
        && session.Binding.UserId == call.Caller?.Account.UserId
        && call.Body.Names.All(name => name == UiaAuth.Member)
            ? call with { Body = session.Body }
            : call;

    // An unknown session is a failed attempt that may be repeated: 401 with a session that can be used, and the standard error members.
    private static MatrixException WhyNotAuthorised(UiaAuth auth, UiaSession? session) =>
        auth.Session is null
            ? new MatrixException(401, ErrorCodes.MissingParam, "\"auth.session\" is missing. Pass back the session of this response.")
            : session is null
                ? new MatrixException(401, ErrorCodes.Unknown, "The session is not known. Use that of this response.")
                : new MatrixException(401, ErrorCodes.Forbidden, "The session was begun for another request. Use that of this response.");

    private async Task<Reply> ContinueAsync(
        IUiaOperation operation, Call call, UiaAuth auth, UiaSession session, CancellationToken cancellationToken)
    {
        if (Finished(operation, call, session) is { } finished)
        {
            return finished;
        }

        operation.Check(call);
        if (auth.Type is null)
        {
            if (Poll(session) is { } refused)
            {
                return refused;
            }
        }
        else if (await AttemptAsync(session, auth.Type, auth.Data, cancellationToken) is { } failure)
        {
            return challenges.Failed(session, auth.Type, failure);
        }

        if (!IsComplete(session))
        {
            return challenges.Next(session);
        }

        var reply = await PerformAsync(operation, call, session, cancellationToken);
        session.Result = reply;
        return reply;
    }

    private async Task<MatrixException?> AttemptAsync(UiaSession session, string type, RequestObject data, CancellationToken cancellationToken)
    {
        if (session.Completed.Contains(type))
        {
            return Repeat(session, type);
        }

        if (!IsOffered(session, type) || stages.FirstOrDefault(stage => stage.Type == type) is not { } stage)
        {
            return new MatrixException(401, ErrorCodes.InvalidParam, "No flow has this stage.");
        }

        if (!IsInOrder(session, type))
        {
            return new MatrixException(401, ErrorCodes.Forbidden, "The stages of a flow must be completed in order.");
        }

        try
        {
            await stage.AttemptAsync(new StageAttempt(session, data), cancellationToken);
        }
        catch (MatrixException failure) when (failure.Status == 401)
        {
            return failure;
        }

        session.Completed.Add(type);
        return null;
    }
}
