using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>Takes API calls through user-interactive authentication ("User-interactive API in the REST API" of the client-server
/// API).</summary>
internal sealed class UiaEngine(
    UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages, UiaRules rules)
{
    /// <summary>Answers a call: performs it, or asks for (more) authentication.</summary>
    /// <exception cref="MatrixException">The call is refused for another reason than authentication.</exception>
    public async Task<Reply> RunAsync(IUiaOperation operation, Call call, CancellationToken cancellationToken)
    {
        var auth = UiaAuth.Read(call.Body);
        var session = auth?.Session is { } id ? sessions.Find(id) ?? BegunElsewhere(call) : null;
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
            return rules.NeedsNoAuth(call.OperationId, flows.For(call.OperationId))
                ? await operation.PerformAsync(call, authenticated: null, cancellationToken)
                : challenges.First(sessions.Begin(call));
        }

        if (session is null || !rules.Authorises(session, UiaBinding.Of(call)))
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

    /// <summary>Attempts a stage on its web page instead of through the client.</summary>
    /// <returns>Null if the stage is complete; else why it is not.</returns>
    public async Task<MatrixException?> AttemptOnPageAsync(
        UiaSession session, string type, RequestObject data, CancellationToken cancellationToken)
    {
        await session.Gate.WaitAsync(cancellationToken);
        try
        {
            var failure = await AttemptAsync(session, type, data, cancellationToken);
            if (failure is null && !rules.CompletedOnPages(type))
            {
                _ = session.Completed.Remove(type);
            }

            return failure;
        }
        finally
        {
            session.Gate.Release();
        }
    }

    /// <summary>Whether all stages before this one are complete in some flow that has it.</summary>
    private bool IsInOrder(UiaSession session, string type)
    {
        var having = flows.For(session).Where(flow => flow.Contains(type)).ToList();
        return having.Count == 0 || having.Any(flow => flow.TakeWhile(stage => stage != type).All(session.Completed.Contains));
    }

    // A session that was never issued, or is over, counts as none.
    private UiaSession? BegunElsewhere(Call call) => rules.SessionsAreIssuedHere ? null : sessions.Begin(call);

    /// <summary>Whether all stages of some flow are complete.</summary>
    private bool IsComplete(UiaSession session) => rules.Completing(flows.For(session)).Any(flow => flow.All(session.Completed.Contains));

    /// <summary>The answer of a session that has done its work: the same result again, if the operation allows it; null to go on.</summary>
    /// <remarks>
    /// "Servers must return either a 401 response with the completed stages, or the result of the API call if all stages were completed
    /// when a client retries a stage": the call is not performed a second time.
    /// </remarks>
    private Reply? Finished(IUiaOperation operation, Call call, UiaSession session) =>
        session.Result is null || !rules.SessionsEndWithTheirCall ? null
        : operation.RepeatsResult ? session.Result
        : challenges.Fresh(sessions.Begin(call), new MatrixException(401, ErrorCodes.Unknown, "The session is over. Begin again."));

    // The fallback clause resubmits a request with nothing but the session in it; it stands for the request that the session was begun
    // with.
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

        // Nothing but the session is a poll, which attempts nothing.
        if (auth.Type is not null && await AttemptAsync(session, auth.Type, auth.Data, cancellationToken) is { } failure)
        {
            if (!rules.SessionsSurviveFailure)
            {
                sessions.End(session);
            }

            return challenges.Failed(session, failure);
        }

        if (!IsComplete(session))
        {
            return challenges.Next(session);
        }

        var reply = await operation.PerformAsync(call with { Proven = session.Proven }, session.AuthenticatedAs, cancellationToken);
        session.Result = reply;
        return reply;
    }

    private async Task<MatrixException?> AttemptAsync(
        UiaSession session, string type, RequestObject data, CancellationToken cancellationToken)
    {
        if (session.Completed.Contains(type))
        {
            return rules.CompletedStagesStay || !session.Completed.Remove(type) ? null
                : new MatrixException(401, ErrorCodes.Forbidden, "The stage was completed before.");
        }

        if (!rules.StageIsOffered(flows.For(session), type) || stages.FirstOrDefault(stage => stage.Type == type) is not { } stage)
        {
            return new MatrixException(401, ErrorCodes.InvalidParam, "No flow has this stage.");
        }

        if (!IsInOrder(session, type) && rules.StagesInOrder)
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
