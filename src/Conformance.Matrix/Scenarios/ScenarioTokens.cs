using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.ThreePids;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Scenarios;

/// <summary>Gets tokens of every kind, valid and not used yet.</summary>
public sealed class ScenarioTokens
{
    private readonly TestRun _run;
    private readonly ScenarioCalls _calls;
    private readonly UiaCalls _uia;
    private readonly ScenarioAccounts _accounts;
    private readonly FreshValues _fresh;

    internal ScenarioTokens(TestRun run, ScenarioCalls calls, UiaCalls uia, ScenarioAccounts accounts, FreshValues fresh)
    {
        _run = run;
        _calls = calls;
        _uia = uia;
        _accounts = accounts;
        _fresh = fresh;
    }

    /// <summary>Gets a token.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="actor">Whose it is, if it is somebody's; the actor has an account and a session.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <returns>The token. A secret.</returns>
    /// <exception cref="ViolationException">The server does not give what the specification has it give.</exception>
    /// <exception cref="UnmetNeedException">There is no such token to be had.</exception>
    /// <exception cref="SuiteErrorException">The actor has no session.</exception>
    public async Task<string> GetAsync(TokenKind kind, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(actor);
        if (kind == TokenKind.Registration)
            return _run.Target.RegistrationToken ?? throw new UnmetNeedException(Need.RegistrationToken, "the suite has none.");
        if (kind == TokenKind.Service)
            return _run.Target.ApplicationServiceToken ?? throw new UnmetNeedException(Need.ApplicationService, "the target has none.");
        if (kind == TokenKind.Access)
            return SessionOf(actor).AccessToken;
        if (kind == TokenKind.Refresh)
        {
            return (await _accounts.LogInAsync(actor, null, null, refreshToken: true, cancellationToken)).RefreshToken
                ?? throw new UnmetNeedException(Need.RefreshTokens, "the server gave this session none.");
        }

        return kind == TokenKind.Login ? await LoginTokenAsync(actor, cancellationToken)
            : kind == TokenKind.UiaSession ? await UiaSessionAsync(actor, cancellationToken)
            : await ValidationSessionAsync(actor, cancellationToken);
    }

    private async Task<string> LoginTokenAsync(Actor actor, CancellationToken cancellationToken)
    {
        var call = Call(Operations.GenerateLoginToken);
        return Member("login_token", await _uia.CallAsync(call, CallerOf(actor), actor, ExchangeRole.SetUp, cancellationToken));
    }

    private async Task<string> UiaSessionAsync(Actor actor, CancellationToken cancellationToken)
    {
        // A server that asks for nothing deletes nothing by this either.
        var call = Call(Operations.DeleteDevices, ("devices", new JsonArray("NOWHERE")));
        var exchange = await _calls.CallAsync(call, CallerOf(actor), ExchangeRole.SetUp, cancellationToken);
        var challenge = exchange.Response is { } response ? UiaChallenge.Read(response) : null;
        return challenge is null
            ? throw new ViolationException(new Violation($"set-up: {call.Operation.Id} is challenged", exchange.Outcome, exchange))
            : challenge.Session
                ?? throw new UnmetNeedException(Need.SpecialConfiguration, "the server's challenge has no session to give back.");
    }

    private async Task<string> ValidationSessionAsync(Actor actor, CancellationToken cancellationToken)
    {
        var call = Call(
            Operations.RequestTokenTo3PidEmail,
            ("client_secret", _fresh.ClientSecret()),
            ("email", _fresh.ThreePid(Medium.Email).Address),
            ("send_attempt", 1));
        return Member("sid", await _calls.CallAsync(call, CallerOf(actor), ExchangeRole.SetUp, cancellationToken));
    }

    private OperationCall Call(string operationId, params IEnumerable<(string Name, JsonNode? Value)> arguments) => new()
    {
        Operation = _run.Specification.GetOperation(operationId),
        Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal),
    };

    private static string Member(string name, Exchange exchange) =>
        exchange.Response is { Status: 200, Json: { } body } && body.Text(name) is { Length: > 0 } value
            ? value
            : throw new ViolationException(
                new Violation($"set-up: {exchange.Operation?.Id} should give the string {name}", exchange.Outcome, exchange));

    private static Caller CallerOf(Actor actor) => Caller.Of(actor, SessionOf(actor));

    private static Session SessionOf(Actor actor) => actor.Sessions.Count > 0
        ? actor.Sessions.GetAt(0).Value
        : throw new SuiteErrorException($"the feature gives {actor.Name} a token without a session", "log in first.");
}
