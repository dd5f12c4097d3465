using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Pages;
using Conformance.Matrix.Flows.Sso;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios.Knowledge;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Scenarios;

/// <summary>What the actors of a scenario do in a web browser.</summary>
public sealed class ScenarioBrowser
{
    // Nothing is ever sent there: the walk ends where the browser would go to the client.
    private const string Client = "https://client.example.org/sso";

    private readonly TestRun _run;
    private readonly ScenarioCalls _calls;
    private readonly ScenarioAccounts _accounts;
    private readonly SuiteKnowledge _knowledge;

    internal ScenarioBrowser(TestRun run, ScenarioCalls calls, ScenarioAccounts accounts, SuiteKnowledge knowledge)
    {
        _run = run;
        _calls = calls;
        _accounts = accounts;
        _knowledge = knowledge;
    }

    /// <summary>Logs an actor in by single sign-on; if the provider does not know the actor yet, the actor gets an account there.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="deviceId">The device's id; null to let the server choose.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the login.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    /// <exception cref="UnmetNeedException">There is no provider.</exception>
    public async Task<Session> LogInBySsoAsync(Actor actor, string? deviceId, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (walk, loginToken) = await PassSsoAsync(actor, Client, role, cancellationToken);
        var token = loginToken ?? throw new ViolationException(new Violation(
            "single sign-on leads back to the client's redirectUrl with a loginToken",
            walk.Told(walk.ReturnedTo is null ? "it ends on a page" : "the URL has no loginToken"),
            walk.Last)
        { IsOfSetUp = false });
        var call = AccountCalls.LogInWithToken(_run.Specification, token, deviceId);
        var exchange = await _calls.CallAsync(call, Caller.Anonymous with { Description = actor.Name }, role, cancellationToken);
        var session = _accounts.Adopt(actor, exchange, null, deviceId);
        // An account that was made by single sign-on has no password here.
        actor.Account ??= new Account(session.UserId, RunNames.Password()) { HasPassword = false };
        var made = _knowledge.Accounts.AddOnce(new MadeAccount(session.UserId, null));
        made.Tokens.Add(session.AccessToken);
        return session;
    }

    /// <summary>Passes single sign-on up to the client's URL, which is not opened.</summary>
    /// <param name="actor">The actor; if the provider does not know the actor yet, the actor gets an account there.</param>
    /// <param name="redirectUrl">The client's URL.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The walk, and the login token with which it returned; null where there is none.</returns>
    /// <exception cref="UnmetNeedException">There is no provider.</exception>
    public async Task<(WalkResult Walk, string? LoginToken)> PassSsoAsync(
        Actor actor, string redirectUrl, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(redirectUrl);
        var walk = await new SsoLogin(_calls.Client(role)).PassAsync(actor, redirectUrl, cancellationToken);
        return (walk, SsoLogin.Token(walk));
    }

    /// <summary>
    /// Logs an actor in on a page of the homeserver ("Login Fallback" of the client-server API). What the page hands to the client becomes
    /// the JSON of the
    /// scenario's last exchange.
    /// </summary>
    /// <param name="actor">The actor, with an account.</param>
    /// <param name="pathAndQuery">The page, below the base URL.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SuiteErrorException">The actor has no account.</exception>
    public async Task<WalkResult> LogInOnPageAsync(Actor actor, string pathAndQuery, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var account = actor.Account ?? throw new SuiteErrorException($"{actor.Name} has no account to log in to", "register first.");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["user"] = account.UserId,
            ["username"] = account.UserId,
            ["password"] = account.Password,
        };
        var start = PercentEncoding.Join(_run.Target.BaseUrl, pathAndQuery);
        var result = await _calls.Client(role).Walk().WalkAsync(start, new WalkPlan { Fields = fields }, cancellationToken);
        if (result.LoginAnswer is { } answer)
            _calls.ReplaceLast(answer);
        return result;
    }
}
