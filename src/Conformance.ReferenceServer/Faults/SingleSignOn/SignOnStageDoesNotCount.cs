using Conformance.ReferenceServer.Fallback;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.SingleSignOn;
using Conformance.ReferenceServer.Tokens;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.SingleSignOn;

/// <summary>Violates UIT-07.</summary>
internal sealed class SignOnStageDoesNotCount()
    : PartFault<SignOnPages, SignOnStageDoesNotCount.Faulty>("UIT-07", "A stage that single sign-on completes is not complete.")
{
    internal sealed class Faulty(
        SignOnStart start, PendingSignOns pending, CasProvider provider, SignOnAccounts accounts, SignOnRedirects redirects, LoginTokenService loginTokens,
        UiaEngine engine)
        : SignOnPages(start, pending, provider, accounts, redirects, loginTokens, engine)
    {
        protected override Task<Reply> CompleteStageAsync(UiaSession session, string identity, CancellationToken cancellationToken) =>
            Task.FromResult(Reply.OfHtml(200, Html.Done()));
    }
}
