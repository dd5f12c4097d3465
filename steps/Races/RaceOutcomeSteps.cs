using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Keys;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Conformance.Steps.Tokens;
using Reqnroll;

namespace Conformance.Steps.Races;

/// <summary>Steps that look at every try in which clients sent requests at the same time.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="race">The tries.</param>
/// <param name="owners">Asks whose tokens are.</param>
/// <param name="queries">Asks for keys.</param>
[Binding]
public sealed class RaceOutcomeSteps(Scene scene, Race race, TokenOwners owners, KeyQueries queries)
{
    /// <summary>In no try have both requests got a 2xx. Where no request of any try has, there is nothing to see.</summary>
    /// <exception cref="NotCheckedException">No request has succeeded.</exception>
    [Then("at most one of the two succeeded each time")]
    public Task OneSucceededAtMost() => race.Tries.Count > 0 && race.Tries.All(attempt => attempt.Successes.Count == 0)
        ? throw new NotCheckedException($"no request of any try succeeded: {race.Tries[^1].Outcomes}")
        : race.MustHoldAsync("at most one of the two requests succeeds", attempt => Task.FromResult(
            attempt.Successes.Count < 2 ? null : Seen(attempt.Outcomes, attempt.Successes[^1])));

    /// <summary>In each try a request has got a 2xx, and all that have give the same value of this member. A try in which the server's rate
    /// limit refused a request, and no other succeeded, says nothing.</summary>
    [Then("those that succeeded give the same {word} each time")]
    public Task SuccessesAgree(string member) => race.MustHoldAsync(
        $"a request succeeds, and whichever does gives the same {member}",
        attempt => Task.FromResult(attempt.Successes switch
        {
            [] => attempt.IsRateLimited ? null : Seen(attempt.Outcomes, attempt.Exchanges[^1]),
            var successes when successes.Select(success => success.Response!.Json?.Text(member)).Distinct().Count() > 1 =>
                Seen($"both succeed, each with another {member}", successes[^1]),
            _ => null,
        }));

    /// <summary>In each try in which one registration succeeded, its password logs in to the account.</summary>
    [Then("the password of the one that succeeded logs in each time")]
    public Task PasswordOfTheWinnerLogsIn() => race.MustHoldAsync("the password of who succeeded logs in", async attempt =>
    {
        if (attempt.Successes is not [var success] || success.Response!.Json?.Text("user_id") is not { } userId)
            return null;
        var password = attempt.Passwords[attempt.Exchanges.ToList().IndexOf(success)];
        var login = await scene.World.CallAsync(
            race.Call(
                Operations.LogIn,
                ("type", StageType.Password.Name),
                ("identifier", new JsonObject { ["type"] = "m.id.user", ["user"] = userId }),
                ("password", password)),
            Caller.Anonymous, scene.Role, scene.Cancellation);
        return login.Response is { Status: 200 } ? null : Seen($"login gives {login.Outcome}", login);
    });

    /// <summary>In each try in which a refresh succeeded, an access token that it gave is accepted: of two, that of one at least.</summary>
    [Then("a new access token is accepted each time")]
    public Task NewAccessTokenIsAccepted() => race.MustHoldAsync("an access token that a refresh gave is accepted", async attempt =>
        attempt.Successes.Count == 0 ? null : (await AcceptedAsync(attempt)).Refusal);

    /// <summary>In each try in which a new access token is accepted, and the server gave a new refresh token with it, the old refresh token
    /// is refused after that.</summary>
    [Then("the old refresh token is refused each time, once a new access token was used")]
    public Task OldRefreshTokenIsRefused() => race.MustHoldAsync("the old refresh token is refused with 4xx", async attempt =>
    {
        if ((await AcceptedAsync(attempt)).Accepted is not { } refreshed || refreshed.Response!.Json?.Text("refresh_token") is null)
            return null;
        return await RefusedAsync(race.Call(Operations.Refresh, ("refresh_token", attempt.Session!.RefreshToken!)));
    });

    /// <summary>In each try in which the first of the two requests, which ends the session, succeeded, every token of the session is
    /// refused: those that it had, and those that the other request gave.</summary>
    [Then("no token of the session is accepted each time")]
    public Task NoTokenIsAccepted() => race.MustHoldAsync("every token of a session that has ended is refused", async attempt =>
    {
        if (attempt.Exchanges[0].Response is not { Status: 200 })
            return null;
        var given = attempt.Exchanges[1].Response is { Status: 200, Json: { } body } ? body : default(JsonElement?);
        foreach (var token in new[] { attempt.Session!.AccessToken, given?.Text("access_token") }.OfType<string>())
        {
            if (await AskAsync(token) is { Response.Status: 200 } accepted)
                return Seen("an access token is accepted", accepted);
        }

        foreach (var token in new[] { attempt.Session.RefreshToken, given?.Text("refresh_token") }.OfType<string>())
        {
            if (await RefusedAsync(race.Call(Operations.Refresh, ("refresh_token", token))) is { } accepted)
                return accepted;
        }

        return null;
    });

    /// <summary>In each try the deletion succeeded, and the access token of the device is refused with 401 M_UNKNOWN_TOKEN.</summary>
    [Then("the deleted device's access token is refused each time")]
    public Task DeletedDevicesTokenIsRefused() => race.MustHoldAsync(
        "the device is deleted, and its access token refused with 401 M_UNKNOWN_TOKEN",
        async attempt =>
        {
            if (NotDeleted(attempt) is { } kept)
                return kept;
            var asked = await AskAsync(attempt.Session!.AccessToken);
            return asked.Response is { Status: 401, ErrorCode: "M_UNKNOWN_TOKEN" } ? null : Seen(asked.Outcome, asked);
        });

    /// <summary>In each try the deletion succeeded, and there is no token with which the device's session can be renewed: neither the one
    /// that it had nor the one that the refresh gave.</summary>
    [Then("the deleted device cannot be refreshed each time")]
    public Task DeletedDeviceCannotBeRefreshed() => race.MustHoldAsync(
        "the device is deleted, and each of its refresh tokens refused with 4xx",
        async attempt =>
        {
            if (NotDeleted(attempt) is { } kept)
                return kept;
            string?[] tokens = [attempt.Session!.RefreshToken, attempt.Exchanges[1].Response?.Json?.Text("refresh_token")];
            foreach (var token in tokens.OfType<string>())
            {
                if (await RefusedAsync(race.Call(Operations.Refresh, ("refresh_token", token))) is { } accepted)
                    return accepted;
            }

            return null;
        });

    /// <summary>In each try the deletion succeeded, and the person gets no keys of the device.</summary>
    [Then("{caller} finds no keys of the deleted device each time")]
    public Task DeletedDeviceHasNoKeys(CallerPhrase caller) => race.MustHoldAsync(
        "the device is deleted, and there are no keys of it",
        async attempt =>
        {
            if (NotDeleted(attempt) is { } kept)
                return kept;
            var (user, device) = (attempt.Session!.UserId, attempt.Session.DeviceId);
            var asked = await queries.TryAsync(caller, user, device);
            return KeyQueries.DeviceKeys(asked, user, device) is null ? null : Seen("there are keys", asked);
        });

    // Each new access token is used, in the order of the answers. A server that gives other tokens at the second refresh may take back the
    // first ones.
    private async Task<(Exchange? Accepted, (string, Exchange?)? Refusal)> AcceptedAsync(RaceTry attempt)
    {
        Exchange? accepted = null;
        Exchange? last = null;
        foreach (var refreshed in attempt.Successes)
        {
            if (refreshed.Response!.Json?.Text("access_token") is not { } token)
                continue;
            last = await AskAsync(token);
            if (last.Response is { Status: 200 })
                accepted = refreshed;
        }

        return (accepted, accepted is null ? Seen(last is null ? "none is given" : $"it gives {last.Outcome}", last) : null);
    }

    private async Task<(string, Exchange?)?> RefusedAsync(OperationCall refresh)
    {
        var exchange = await scene.World.CallAsync(refresh, Caller.Anonymous, scene.Role, scene.Cancellation);
        return exchange.Response is { Status: >= 400 and < 500 } ? null : Seen($"a refresh gives {exchange.Outcome}", exchange);
    }

    private Task<Exchange> AskAsync(string token) => owners.AskAsync(new Caller("the session", token));

    private static (string, Exchange?)? NotDeleted(RaceTry attempt) =>
        attempt.Exchanges[0] is { Response: not { Status: 200 } } deletion
            ? Seen($"the deletion gives {deletion.Outcome}", deletion)
            : null;

    private static (string, Exchange?)? Seen(string actual, Exchange? exchange) => (actual, exchange);
}
