using System.Text.Json.Nodes;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>
/// What can only be seen with a session: refresh tokens, capabilities, keys, rooms, pushers. Makes or borrows one account, and gives it up
/// at the end.
/// </summary>
/// <param name="client">Sends the probes.</param>
/// <param name="patient">Begins and ends the session, with longer deadlines: servers may be slow with passwords.</param>
/// <param name="specification">The operations.</param>
/// <param name="options">What the user says about the server; the survey may use its accounts.</param>
/// <param name="target">The server.</param>
/// <param name="redactor">Learns the secrets.</param>
internal sealed class SessionSurvey(
    MatrixClient client, MatrixClient patient, Specification specification, UrlHomeserverOptions options, Target target, Redactor redactor)
{
    // A scenario that waits for a token to expire must not take longer than this.
    private const double ShortLifetimeMilliseconds = 10_000;

    private static readonly Need[] WithSession =
        [Need.RefreshTokens, Need.ShortTokenLifetime, Need.LoginToken, Need.EncryptionKeys, Need.Rooms, Need.Pushers];

    private readonly NewSessions _sessions = new(patient, specification, options, target, redactor);

    /// <exception cref="TargetException">No account can be made, or a given one cannot be used.</exception>
    public async Task AddOffersAsync(Answers answers, CancellationToken cancellationToken)
    {
        var owner = new Actor("survey");
        var exchange = await _sessions.BeginAsync(owner, isRefreshable: true, cancellationToken);
        if (exchange.Response is not { } response || Body.Text(response, "access_token") is not { } token)
        {
            answers.DoNotKnow(exchange, WithSession);
            return;
        }

        redactor.Learn(response);
        var caller = new Caller("survey", token);
        if (Body.Text(response, "refresh_token") is not null)
            answers.Add(Need.RefreshTokens);
        else
            answers.Deny(exchange, "with refresh_token gives none", Need.RefreshTokens);
        if (Body.Number(response, "expires_in_ms") is { } lifetime)
        {
            if (lifetime <= ShortLifetimeMilliseconds)
                answers.Add(Need.ShortTokenLifetime);
            else
                answers.Deny(exchange, $"gives a token that lives {lifetime:0} ms", Need.ShortTokenLifetime);
        }

        var capabilities = await CallAsync(Operations.GetCapabilities, caller, cancellationToken);
        if (Answers.Failed(capabilities))
            answers.DoNotKnow(capabilities, Need.LoginToken);
        if (capabilities.Response is { Status: 200 } listed)
        {
            answers.SwitchOff(Body.SwitchedOff(listed));
            if (Body.Capability(listed, "m.get_login_token") == true)
                answers.Add(Need.LoginToken);
            else if (Body.Capability(listed, "m.get_login_token") == false)
                answers.Deny(capabilities, "lists m.get_login_token as not enabled", Need.LoginToken);
        }

        var keys = await CallAsync(Operations.QueryKeys, caller, cancellationToken, ("device_keys", new JsonObject()));
        AddIfServed(keys, Need.EncryptionKeys, answers);
        AddIfServed(await CallAsync(Operations.GetJoinedRooms, caller, cancellationToken), Need.Rooms, answers);
        AddIfServed(await CallAsync(Operations.GetPushers, caller, cancellationToken), Need.Pushers, answers);
        if (!options.IsThrownAway)
            await GiveUpAsync(owner, caller, cancellationToken);
    }

    private static void AddIfServed(Exchange exchange, Need need, Answers answers)
    {
        if (exchange.Response is { Status: 200 })
            answers.Add(need);
        else if (exchange.Response is { Status: 404 or 405 })
            answers.Deny(exchange, $"answers {exchange.Outcome}", need);
        else if (Answers.Failed(exchange))
            answers.DoNotKnow(exchange, need);
    }

    private async Task GiveUpAsync(Actor owner, Caller caller, CancellationToken cancellationToken)
    {
        if (options.Accounts.Count == 0)
        {
            try
            {
                var exchange = await _sessions.AuthenticateAsync(
                    _sessions.Call(Operations.DeactivateAccount), caller, owner, cancellationToken);
                if (exchange.Response is { Status: 200 })
                    return;
            }
            catch (Exception exception) when (exception is ViolationException or UnmetNeedException)
            {
                // Not every server lets the suite deactivate; a logout is the next best.
            }
        }

        await CallAsync(Operations.LogOut, caller, cancellationToken);
    }

    private Task<Exchange> CallAsync(
        string operationId, Caller caller, CancellationToken cancellationToken, params (string Name, JsonNode? Value)[] arguments) =>
        client.SendAsync(_sessions.Call(operationId, arguments), caller, ExchangeRole.SetUp, cancellationToken);
}
