using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>An account for people, with a session, on a homeserver that stays when the run has ended. Contains secrets.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Password">Its password.</param>
/// <param name="AccessToken">The token of the session.</param>
public sealed record FreshAccount(string UserId, string Password, string AccessToken)
{
    /// <summary>Makes an account, or takes the first of those that were given, and logs in.</summary>
    /// <param name="target">The homeserver.</param>
    /// <param name="specification">The operations.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="TargetException">There can be none.</exception>
    public static async Task<FreshAccount> MakeAsync(Target target, Specification specification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(specification);
        if (target.MissingAccounts is { } missing)
            throw new TargetException(missing.Problem);
        var redactor = new Redactor();
        var options = new UrlHomeserverOptions { Accounts = target.ReadyAccounts, AccountMaker = target.AccountMaker };
        using var client = new MatrixClient(
            new MatrixClientOptions { BaseUrl = target.BaseUrl }, specification, target.SpecVersion, redactor);
        var owner = new Actor("kept");
        try
        {
            var exchange = await new NewSessions(client, specification, options, target, redactor)
                .BeginAsync(owner, isRefreshable: false, cancellationToken);
            return exchange.Response is { } response && Body.Text(response, "access_token") is { } token && owner.Account is { } account
                ? new FreshAccount(account.UserId, account.Password, token)
                : throw new TargetException($"no account could be made: {redactor.Text(exchange.Outcome)}", "make one by hand.");
        }
        catch (Exception failed) when (failed is NotCheckedException or UnmetNeedException or ViolationException or SuiteErrorException)
        {
            throw new TargetException(new Problem("no account could be made") { Why = redactor.Text(failed.Message) }, failed);
        }
    }
}
