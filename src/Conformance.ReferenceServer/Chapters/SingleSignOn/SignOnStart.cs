using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>Sends browsers to the provider ("Redirecting to the Authentication server").</summary>
internal sealed class SignOnStart(CasProvider provider, HomeserverAddress address, PendingSignOns pending)
{
    /// <summary>The path to which browsers come back; no part of the Matrix API.</summary>
    public const string CallbackPath = "/sso/callback";

    /// <summary>Sends a browser to the provider for a login.</summary>
    public Reply Login(string redirectUrl)
    {
        var signOn = pending.BeginLogin(redirectUrl);
        return Redirect(302, ProviderUrl(signOn), PendingSignOns.Bind(signOn));
    }

    /// <summary>The provider's URL for a sign-on.</summary>
    public string ProviderUrl(PendingSignOn signOn) => provider.LoginUrl(ServiceOf(signOn));

    /// <summary>The URL to which the browser returns.</summary>
    public string ServiceOf(PendingSignOn signOn) => $"{address.Text}{CallbackPath}?state={signOn.State}";

    /// <summary>A redirect.</summary>
    public static Reply Redirect(int status, string location, IReadOnlyDictionary<string, string> headers) =>
        Reply.OfHtml(
            status, SignOnHtml.Moved(location)) with
        { Headers = new Dictionary<string, string>(headers) { ["Location"] = location } };
}
