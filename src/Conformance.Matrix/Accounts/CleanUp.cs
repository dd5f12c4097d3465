using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.UserInteractive;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Accounts;

/// <summary>Removes what a scenario made: accounts are deactivated, else logged out everywhere; a lent account is left as it was found.</summary>
internal sealed class CleanUp(ScenarioWorld world)
{
    private readonly OrderedDictionary<string, Made> _made = new(StringComparer.Ordinal);
    private readonly List<(Actor Actor, Account Account)> _leased = [];

    private TestRun Run => world.Run;

    /// <summary>Notes an account lent to the scenario.</summary>
    public void Leased(Actor actor, Account account) => _leased.Add((actor, account));

    /// <summary>Notes an account made for the scenario by another way than a call of it.</summary>
    public void Given(Account account) => _made[account.UserId] = new Made(account.UserId, account.Password, ByService: false);

    /// <summary>Notes the accounts and tokens that an answer gives, whoever asked for them.</summary>
    public void Watch(OperationCall call, Exchange exchange)
    {
        if (exchange.Response is not { Status: 200, Json: { ValueKind: JsonValueKind.Object } body } || Text(body, "user_id") is not { } userId)
            return;
        if (call.Operation.Id == "register")
        {
            var password = call.Arguments.GetValueOrDefault("password") is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
            var byService = call.Arguments.GetValueOrDefault("type") is JsonValue type && type.TryGetValue<string>(out var name) && name == "m.login.application_service";
            var isGuest = call.Arguments.GetValueOrDefault("kind") is JsonValue kind && kind.TryGetValue<string>(out var word) && word == "guest";
            _made[userId] = new Made(userId, password, byService, isGuest);
        }

        if (Text(body, "access_token") is { } token && _made.TryGetValue(userId, out var account))
            account.Tokens.Add(token);
    }

    /// <summary>Notes an account that a login by single sign-on has made, or found from an earlier login of the scenario.</summary>
    public void MadeBySso(Session session)
    {
        if (!_made.TryGetValue(session.UserId, out var made))
            _made[session.UserId] = made = new Made(session.UserId, null, false);
        made.Tokens.Add(session.AccessToken);
    }

    public async Task RunAsync()
    {
        using var limit = new CancellationTokenSource(Run.Options.CleanUpDeadline);
        if (!Run.Options.KeepAccounts)
        {
            foreach (var account in _made.Values)
                await TryAsync(() => RemoveAsync(account, limit.Token));
        }

        foreach (var (actor, account) in _leased)
        {
            var restored = Run.Options.KeepAccounts || await TryAsync(() => RestoreAsync(actor, account, limit.Token));
            Run.Pool.Return(world, account, restored);
        }
    }

    /// <summary>A failure to clean up is the run's to count, never the scenario's: whatever the server does to it, no exception may leave.</summary>
    private async Task<bool> TryAsync(Func<Task<bool>> remove)
    {
        var removed = false;
        try
        {
            removed = await remove();
        }
        catch (Exception exception) when (exception is ViolationException or UnmetNeedException or SuiteErrorException or OperationCanceledException or Spec.SpecException)
        {
            removed = false;
        }

        if (!removed)
            Run.CountCleanUpFailure();
        return removed;
    }

    private async Task<bool> RemoveAsync(Made made, CancellationToken cancellationToken)
    {
        if (made.ByService)
            return await RemoveByServiceAsync(made, cancellationToken);
        var owner = world.Actors.FirstOrDefault(actor => actor.Account?.UserId == made.UserId)
            ?? new Actor("clean-up") { Account = made.Password is null ? null : new Account(made.UserId, made.Password) };
        foreach (var token in owner.Sessions.Values.Select(session => session.AccessToken).Concat(made.Tokens).Reverse().Distinct().ToList())
        {
            // A guest may do neither; no more can be done about it.
            if (await DeactivateAsync(owner, token, cancellationToken) is { } done)
                return done || made.IsGuest;
        }

        // No token is alive: the scenario logged out everywhere, or deactivated the account itself.
        if (owner.Account is not { HasPassword: true })
            return true;
        var login = await CallAsync(AccountSetUp.LogIn(Run, owner.Account, null, null, false), null, cancellationToken);
        if (login.Response is { Status: 200, Json: { } body } && Text(body, "access_token") is { } fresh)
            return await DeactivateAsync(owner, fresh, cancellationToken) ?? false;
        return login.Response?.Status is 401 or 403;
    }

    /// <summary>Deactivates the account, else logs it out everywhere. Null where the token is dead.</summary>
    private async Task<bool?> DeactivateAsync(Actor owner, string token, CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = Run.Specification.GetOperation("deactivateAccount") };
        var caller = new Caller("clean-up", token);
        Exchange? exchange = null;
        try
        {
            exchange = await world.CallAndAuthenticateAsync(call, caller, owner, ExchangeRole.CleanUp, cancellationToken);
        }
        catch (Exception exception) when (exception is ViolationException or UnmetNeedException or SuiteErrorException)
        {
            // Not every server lets the suite deactivate; a logout is the next best.
        }

        if (exchange?.Response is { Status: 200 })
            return true;
        if (exchange?.Response is { Status: 401 } && UiaChallenge.Read(exchange.Response) is null)
            return null;
        var logout = await CallAsync(new OperationCall { Operation = Run.Specification.GetOperation("logout_all") }, token, cancellationToken);
        return logout.Response is { Status: 200 };
    }

    private async Task<bool> RemoveByServiceAsync(Made made, CancellationToken cancellationToken)
    {
        var call = new OperationCall
        {
            Operation = Run.Specification.GetOperation("deactivateAccount"),
            ExtraQuery = [new("user_id", made.UserId)],
        };
        var exchange = await CallAsync(call, Run.Target.ApplicationServiceToken, cancellationToken);
        // Nothing says that a service may deactivate its users; one that may not has left no session behind.
        return exchange.Response is { Status: < 500 };
    }

    /// <summary>Gives a lent account back as it was: the first password, and no device beyond the earlier ones.</summary>
    private async Task<bool> RestoreAsync(Actor actor, Account account, CancellationToken cancellationToken)
    {
        var login = await CallAsync(AccountSetUp.LogIn(Run, actor.Account ?? account, null, null, false), null, cancellationToken);
        if (login.Response is not { Status: 200, Json: { } body } || Text(body, "access_token") is not { } token || Text(body, "device_id") is not { } own)
            return false;
        var caller = new Caller("clean-up", token);
        if (actor.Account is { } changed && changed.Password != account.Password)
        {
            var change = new OperationCall
            {
                Operation = Run.Specification.GetOperation("changePassword"),
                Arguments = new Dictionary<string, JsonNode?> { ["new_password"] = account.Password, ["logout_devices"] = false },
            };
            var answer = await world.CallAndAuthenticateAsync(change, caller, actor, ExchangeRole.CleanUp, cancellationToken);
            if (answer.Response is not { Status: 200 })
                return false;
            actor.Account = account;
        }

        var listing = await CallAsync(new OperationCall { Operation = Run.Specification.GetOperation("getDevices") }, token, cancellationToken);
        if (AccountSetUp.DeviceIds(listing) is not { } devices)
            return false;
        var surplus = devices.Where(device => device != own && !actor.EarlierDevices.Contains(device)).ToList();
        if (surplus.Count > 0)
        {
            var delete = new OperationCall
            {
                Operation = Run.Specification.GetOperation("deleteDevices"),
                Arguments = new Dictionary<string, JsonNode?> { ["devices"] = new JsonArray([.. surplus.Select(device => JsonValue.Create(device))]) },
            };
            var deleted = await world.CallAndAuthenticateAsync(delete, caller, actor, ExchangeRole.CleanUp, cancellationToken);
            if (deleted.Response is not { Status: 200 })
                return false;
        }

        var logout = await CallAsync(new OperationCall { Operation = Run.Specification.GetOperation("logout") }, token, cancellationToken);
        return logout.Response is { Status: 200 };
    }

    private Task<Exchange> CallAsync(OperationCall call, string? token, CancellationToken cancellationToken) =>
        world.CallAsync(call, new Caller("clean-up", token), ExchangeRole.CleanUp, cancellationToken);

    private static string? Text(JsonElement body, string member) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Made(string UserId, string? Password, bool ByService, bool IsGuest = false)
    {
        public List<string> Tokens { get; } = [];
    }
}
