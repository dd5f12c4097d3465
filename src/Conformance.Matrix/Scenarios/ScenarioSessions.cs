using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Scenarios;

/// <summary>Gives actors accounts with sessions of every kind.</summary>
public sealed class ScenarioSessions
{
    private readonly TestRun _run;
    private readonly ScenarioCalls _calls;
    private readonly ScenarioAccounts _accounts;
    private readonly ScenarioBrowser _browser;
    private readonly ScenarioTokens _tokens;

    internal ScenarioSessions(
        TestRun run, ScenarioCalls calls, ScenarioAccounts accounts, ScenarioBrowser browser, ScenarioTokens tokens)
    {
        _run = run;
        _calls = calls;
        _accounts = accounts;
        _browser = browser;
        _tokens = tokens;
    }

    /// <summary>Gives an actor an account with a session of this kind, and with another session if there is a device for it.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="actor">The actor, without an account.</param>
    /// <param name="deviceId">The device of the session.</param>
    /// <param name="otherDeviceId">The device of the other session; null where none is asked for. A session that can only begin from
    /// another one leaves that behind all the same.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    /// <exception cref="UnmetNeedException">There are no accounts to be had.</exception>
    /// <exception cref="SuiteErrorException">The actor has an account.</exception>
    public Task BeginAsync(SessionKind kind, Actor actor, string deviceId, string? otherDeviceId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Account is not null)
            throw new SuiteErrorException($"{actor.Name} already has an account", "let the session be the account's first.");
        return kind == SessionKind.LoginToken ? BeginByLoginTokenAsync(actor, deviceId, otherDeviceId, cancellationToken)
            : kind == SessionKind.SingleSignOn ? OnEachAsync(deviceId, otherDeviceId, BySingleSignOn)
            : kind == SessionKind.Registration ? OnEachAsync(deviceId, otherDeviceId, ByRegistration)
            : kind == SessionKind.Service ? BeginByServiceAsync(actor, deviceId, otherDeviceId, cancellationToken)
            : BeginByPasswordAsync(kind, actor, deviceId, otherDeviceId, cancellationToken);

        async Task BySingleSignOn(string device)
        {
            var session = await _browser.LogInBySsoAsync(actor, device, ExchangeRole.SetUp, cancellationToken);
            if (session.UserId != actor.Account!.UserId)
                throw new ViolationException(new Violation(
                    "set-up: two logins of the same identity are the same user's", "they are two users'", null)
                { IsOfSetUp = true });
        }

        Task ByRegistration(string device) => actor.Account is null
            ? _accounts.RegisterByCallAsync(actor, device, refreshToken: false, cancellationToken)
            : _accounts.LogInAsync(actor, device, null, refreshToken: false, cancellationToken);
    }

    private async Task BeginByPasswordAsync(
        SessionKind kind, Actor actor, string deviceId, string? otherDeviceId, CancellationToken cancellationToken)
    {
        await _accounts.RegisterAsync(actor, otherDeviceId, refreshToken: false, cancellationToken);
        var session = await _accounts.LogInAsync(actor, deviceId, null, kind.HasRefreshToken, cancellationToken);
        if (kind.HasRefreshToken && session.RefreshToken is null)
            throw new UnmetNeedException(Need.RefreshTokens, "the server gave this session none.");
        if (kind == SessionKind.Refreshed)
            await RefreshAsync(session, cancellationToken);
    }

    private async Task BeginByLoginTokenAsync(
        Actor actor, string deviceId, string? otherDeviceId, CancellationToken cancellationToken)
    {
        await _accounts.RegisterAsync(actor, otherDeviceId, refreshToken: false, cancellationToken);
        var token = await _tokens.GetAsync(TokenKind.Login, actor, cancellationToken);
        await _accounts.LogInByAsync(actor, AccountCalls.LogInWithToken(_run.Specification, token, deviceId), null, cancellationToken);
    }

    private async Task BeginByServiceAsync(Actor actor, string deviceId, string? otherDeviceId, CancellationToken cancellationToken)
    {
        await _accounts.RegisterForApplicationServiceAsync(actor, cancellationToken);
        await OnEachAsync(deviceId, otherDeviceId, device => _accounts.LogInByAsync(
            actor,
            AccountCalls.LogInByService(_run.Specification, actor.Account!, device),
            _run.Target.ApplicationServiceToken,
            cancellationToken));
    }

    private static async Task OnEachAsync(string deviceId, string? otherDeviceId, Func<string, Task> begin)
    {
        await begin(deviceId);
        if (otherDeviceId is not null)
            await begin(otherDeviceId);
    }

    private async Task RefreshAsync(Session session, CancellationToken cancellationToken)
    {
        var call = new OperationCall
        {
            Operation = _run.Specification.GetOperation(Operations.Refresh),
            Arguments = new Dictionary<string, JsonNode?> { ["refresh_token"] = session.RefreshToken },
        };
        var exchange = await _calls.CallAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        if (exchange.Response is not { Status: 200 })
            throw new ViolationException(new Violation($"set-up: {call.Operation.Id} should give 200", exchange.Outcome, exchange));
    }
}
