using Conformance.ReferenceServer.SingleSignOn;

namespace Conformance.ReferenceServer.Faults.SingleSignOn;

/// <summary>Violates SSO-07.</summary>
internal sealed class OldLoginTokenStays()
    : PartFault<SignOnRedirects, OldLoginTokenStays.Faulty>("SSO-07", "A login token that the URL to return to has already stays in it.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : SignOnRedirects(options)
    {
        public override string WithToken(string redirectUrl, string loginToken) =>
            $"{redirectUrl}{(redirectUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?')}loginToken={loginToken}";
    }
}
