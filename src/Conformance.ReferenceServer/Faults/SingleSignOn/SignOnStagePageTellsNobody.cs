using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.SingleSignOn;
using Conformance.ReferenceServer.Tokens;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.SingleSignOn;

/// <summary>Violates SSO-15.</summary>
internal sealed class SignOnStagePageTellsNobody()
    : PartFault<SignOnPages, SignOnStagePageTellsNobody.Faulty>("SSO-15", "The page after single sign-on for a stage does not tell the client that it is done.")
{
    internal sealed class Faulty(
        SignOnStart start, PendingSignOns pending, CasProvider provider, SignOnAccounts accounts, SignOnRedirects redirects, LoginTokenService loginTokens,
        UiaEngine engine)
        : SignOnPages(start, pending, provider, accounts, redirects, loginTokens, engine)
    {
        protected override async Task<Reply> CompleteStageAsync(UiaSession session, string identity, CancellationToken cancellationToken)
        {
            var reply = await base.CompleteStageAsync(session, identity, cancellationToken);
            return reply.Status == 200 ? Reply.OfHtml(200, "<p>Signed on.</p>") : reply;
        }
    }
}
