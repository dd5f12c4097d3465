using Conformance.ReferenceServer.Chapters.Logins;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;
using Conformance.Spec;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>
/// Where browsers return from the provider, for logins and for stages alike ("Handling the callback from the Authentication server").
/// </summary>
internal sealed class SignOnPages(
    SignOnStart start, PendingSignOns pending, CasProvider provider, SignOnAccounts accounts, SignOnRedirects redirects,
        LoginTokenService loginTokens,
    UiaEngine engine) : IRouteSource
{
    private const string ConfirmationPath = "/sso/confirm";
    private const string Unsolicited = "This sign-on was not begun in this browser, or it is over. Begin again in your client.";

    /// <inheritdoc/>
    public IEnumerable<Route> Routes =>
    [
        new Route("signOnCallback", "GET", SignOnStart.CallbackPath, Authentication.None, TakesJson: false, ReturnAsync),
        new Route("signOnConfirmation", "POST", ConfirmationPath, Authentication.None, TakesJson: false,
            (call, _) => Task.FromResult(Confirm(call))),
    ];

    /// <summary>A browser comes back with a ticket.</summary>
    private async Task<Reply> ReturnAsync(Call call, CancellationToken cancellationToken)
    {
        if (pending.Take(call.Target.Query("state"), call.Cookies) is not { } signOn)
        {
            return Failed(403, Unsolicited);
        }

        var reply = await ReturnAsync(signOn, call.Target.Query("ticket"), cancellationToken);
        return reply.Headers.Count > 0 ? reply : reply with { Headers = PendingSignOns.Clear(signOn) };
    }

    /// <summary>Completes the stage of a session, for the person who signed on.</summary>
    private async Task<Reply> CompleteStageAsync(UiaSession session, string identity, CancellationToken cancellationToken)
    {
        session.SignedOnAs = accounts.Find(identity);
        var failure = await engine.AttemptOnPageAsync(session, StageTypes.SingleSignOn, RequestObject.Empty, cancellationToken);
        return failure is null ? Reply.OfHtml(200, Html.Done()) : Failed(403, failure.Message);
    }

    /// <summary>Sends a person who signed on back to the client; asks first if the client is not trusted.</summary>
    private Reply LogIn(PendingSignOn signOn, string identity)
    {
        var redirectUrl = signOn.RedirectUrl!;
        var account = accounts.FindOrCreate(identity);
        if (redirects.IsTrusted(redirectUrl))
        {
            return SignOnStart.Redirect(
                302, redirects.WithToken(redirectUrl, loginTokens.IssueForSignOn(account)), PendingSignOns.Clear(signOn));
        }

        var question = pending.BeginConfirmation(redirectUrl, account);
        return Reply.OfHtml(200,
            SignOnHtml.ConfirmSite(SignOnRedirects.SiteOf(redirectUrl), account.UserId, $"{ConfirmationPath}?state={question.State}")) with
        {
            Headers = PendingSignOns.Bind(question),
        };
    }

    private static Reply Failed(int status, string why) => Reply.OfHtml(status, SignOnHtml.Failed(why));

    private async Task<Reply> ReturnAsync(PendingSignOn signOn, string? ticket, CancellationToken cancellationToken)
    {
        string? identity;
        try
        {
            identity = ticket is null ? null : await provider.ValidateAsync(ticket, start.ServiceOf(signOn), cancellationToken);
        }
        catch (MatrixException unreachable)
        {
            return Failed(unreachable.Status, unreachable.Message);
        }

        return identity is null ? Failed(403, "The provider does not confirm who you are. Begin again in your client.")
            : signOn.Session is { } session ? await CompleteStageAsync(session, identity, cancellationToken)
            : LogIn(signOn, identity);
    }

    private Reply Confirm(Call call) =>
        pending.Take(call.Target.Query("state"), call.Cookies) is { Account: { } account, RedirectUrl: { } redirectUrl } question
        ? SignOnStart.Redirect(303, redirects.WithToken(redirectUrl, loginTokens.IssueForSignOn(account)), PendingSignOns.Clear(question))
        : Failed(403, Unsolicited);
}
