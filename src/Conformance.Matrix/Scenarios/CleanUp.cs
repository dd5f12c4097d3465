using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios.Knowledge;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Scenarios;

/// <summary>Removes what a scenario made: accounts are deactivated, else logged out everywhere; a lent account is restored. On
/// a server that is thrown away it restores lent accounts alone, since later scenarios use them.</summary>
/// <param name="run">The run that the scenario belongs to.</param>
/// <param name="calls">Makes calls.</param>
/// <param name="uia">Makes calls that are authenticated.</param>
/// <param name="knowledge">What the scenario made and borrowed.</param>
internal sealed class CleanUp(TestRun run, ScenarioCalls calls, UiaCalls uia, SuiteKnowledge knowledge)
{
    /// <summary>Removes everything, within the time that the run has for it.</summary>
    public async Task RunAsync()
    {
        using var limit = new CancellationTokenSource(run.Options.CleanUpDeadline);
        if (!run.Options.KeepAccounts && !run.Target.IsThrownAway)
        {
            foreach (var account in knowledge.Accounts.Made)
                await TryAsync(() => RemoveAsync(account, limit.Token));
        }

        foreach (var (actor, account) in knowledge.Accounts.Lent)
        {
            var restored = run.Options.KeepAccounts || await TryAsync(() => RestoreAsync(actor, account, limit.Token));
            run.Pool.Return(knowledge, account, restored);
        }
    }

    /// <summary>A failure to clean up is the run's to count, never the scenario's: whatever the server does to it, no exception may
    /// leave.</summary>
    private async Task<bool> TryAsync(Func<Task<bool>> remove)
    {
        var removed = false;
        try
        {
            removed = await remove();
        }
        catch (Exception exception)
            when (exception is ViolationException or UnmetNeedException or NotCheckedException or SuiteErrorException
                or OperationCanceledException or Spec.SpecException)
        {
            removed = false;
        }

        if (!removed)
            run.CountCleanUpFailure();
        return removed;
    }

    private async Task<bool> RemoveAsync(MadeAccount made, CancellationToken cancellationToken)
    {
        if (made.IsOfService)
            return await RemoveByServiceAsync(made, cancellationToken);
        var owner = knowledge.People.OfUser(made.UserId)
            ?? new Actor("clean-up") { Account = made.Password is null ? null : new Account(made.UserId, made.Password) };
        foreach (var token in owner.Sessions.Values.Select(session => session.AccessToken).Concat(made.Tokens).Reverse().Distinct()
            .ToList())
        {
            // A guest may do neither, so nothing more can be done.
            if (await DeactivateAsync(owner, token, cancellationToken) is { } done)
                return done || made.IsGuest;
        }

        // No token is alive: the scenario logged out everywhere, or deactivated the account itself.
        if (owner.Account is not { HasPassword: true })
            return true;
        var login = await CallAsync(AccountCalls.LogIn(run.Specification, owner.Account, null, null, false), null, cancellationToken);
        if (login.Response is { Status: 200, Json: { } body } && body.Text("access_token") is { } fresh)
            return await DeactivateAsync(owner, fresh, cancellationToken) ?? false;
        return login.Response?.Status is 401 or 403;
    }

    /// <summary>Deactivates the account, else logs it out everywhere. Null where the token is dead.</summary>
    private async Task<bool?> DeactivateAsync(Actor owner, string token, CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = run.Specification.GetOperation(Operations.DeactivateAccount) };
        var caller = new Caller("clean-up", token);
        Exchange? exchange = null;
        try
        {
            exchange = await uia.CallAsync(call, caller, owner, ExchangeRole.CleanUp, cancellationToken);
        }
        catch (Exception exception)
            when (exception is ViolationException or UnmetNeedException or NotCheckedException or SuiteErrorException)
        {
            // Not every server lets the suite deactivate; a logout is the next best.
        }

        if (exchange?.Response is { Status: 200 })
            return true;
        if (exchange?.Response is { Status: 401 } && UiaChallenge.Read(exchange.Response) is null)
            return null;
        var logout = await CallAsync(
            new OperationCall { Operation = run.Specification.GetOperation(Operations.LogOutAll) }, token, cancellationToken);
        return logout.Response is { Status: 200 };
    }

    private async Task<bool> RemoveByServiceAsync(MadeAccount made, CancellationToken cancellationToken)
    {
        var call = new OperationCall
        {
            Operation = run.Specification.GetOperation(Operations.DeactivateAccount),
            ExtraQuery = [new("user_id", made.UserId)],
        };
        var exchange = await CallAsync(call, run.Target.ApplicationServiceToken, cancellationToken);
        // Nothing says that a service may deactivate its users; one that may not has left no session behind.
        return exchange.Response is { Status: < 500 };
    }

    /// <summary>Gives a lent account back as it was: the first password, and no device beyond the earlier ones.</summary>
    private async Task<bool> RestoreAsync(Actor actor, Account account, CancellationToken cancellationToken)
    {
        var login =
            await CallAsync(AccountCalls.LogIn(run.Specification, actor.Account ?? account, null, null, false), null, cancellationToken);
        if (login.Response is not { Status: 200, Json: { } body } || body.Text("access_token") is not { } token
            || body.Text("device_id") is not { } own)
            return false;
        var caller = new Caller("clean-up", token);
        if (actor.Account is { } changed && changed.Password != account.Password)
        {
            var change = new OperationCall
            {
                Operation = run.Specification.GetOperation(Operations.ChangePassword),
                Arguments = new Dictionary<string, JsonNode?> { ["new_password"] = account.Password, ["logout_devices"] = false },
            };
            var answer = await uia.CallAsync(change, caller, actor, ExchangeRole.CleanUp, cancellationToken);
            if (answer.Response is not { Status: 200 })
                return false;
            actor.Account = account;
        }

        var listing = await CallAsync(
            new OperationCall { Operation = run.Specification.GetOperation(Operations.GetDevices) }, token, cancellationToken);
        if (AccountCalls.DeviceIds(listing) is not { } devices)
            return false;
        var surplus = devices.Where(device => device != own && !actor.EarlierDevices.Contains(device)).ToList();
        if (surplus.Count > 0)
        {
            var delete = new OperationCall
            {
                Operation = run.Specification.GetOperation(Operations.DeleteDevices),
                Arguments = new Dictionary<string, JsonNode?>
                {
                    ["devices"] =
                    new JsonArray([.. surplus.Select(device => JsonValue.Create(device))])
                },
            };
            var deleted = await uia.CallAsync(delete, caller, actor, ExchangeRole.CleanUp, cancellationToken);
            if (deleted.Response is not { Status: 200 })
                return false;
        }

        var logout =
            await CallAsync(new OperationCall { Operation = run.Specification.GetOperation(Operations.LogOut) }, token, cancellationToken);
        return logout.Response is { Status: 200 };
    }

    private Task<Exchange> CallAsync(OperationCall call, string? token, CancellationToken cancellationToken) =>
        calls.CallAsync(call, new Caller("clean-up", token), ExchangeRole.CleanUp, cancellationToken);
}
