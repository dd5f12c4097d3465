using System.Net;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>The web pages of single sign-on.</summary>
internal static class SignOnHtml
{
    /// <summary>The body of a redirect, for a browser that does not follow it.</summary>
    public static string Moved(string location) => Html.Page("Single sign-on", $"""
        <p><a href="{WebUtility.HtmlEncode(location)}">Continue</a></p>
        """);

    /// <summary>Asks whether a site may have a login token.</summary>
    /// <param name="site">The site.</param>
    /// <param name="userId">Who signed on.</param>
    /// <param name="action">Where the answer goes.</param>
    public static string ConfirmSite(string site, string userId, string action) => Html.Page("Continue to your client?", $"""
        <h1>Continue to your client?</h1>
        <p>You are signed on as <b>{WebUtility.HtmlEncode(userId)}</b>. The site <b>{WebUtility.HtmlEncode(site)}</b> asks for access to this account.</p>
        <p>If you do not know the site, close this page.</p>
        <form method="post" action="{WebUtility.HtmlEncode(action)}">
        <p><button type="submit">Continue</button></p>
        </form>
        """);

    /// <summary>Asks whether to go ahead with an operation, before the user signs on for it.</summary>
    /// <param name="operation">What a client wants to do, e.g. <c>delete a device of your account</c>.</param>
    /// <param name="provider">What people call the provider.</param>
    /// <param name="link">Where to sign on.</param>
    public static string ConfirmOperation(string operation, string provider, string link) => Html.Page("Confirm by single sign-on", $"""
        <h1>Confirm by single sign-on</h1>
        <p>A client wants to <b>{WebUtility.HtmlEncode(operation)}</b>. To allow it, sign on once more.</p>
        <p>If this is not your doing, close this page: somebody else may have access to your account.</p>
        <p><a href="{WebUtility.HtmlEncode(link)}">Continue with {WebUtility.HtmlEncode(provider)}</a></p>
        """);

    /// <summary>Says why a sign-on did not work.</summary>
    public static string Failed(string why) => Html.Page("Single sign-on failed", $"""
        <h1>Single sign-on failed</h1>
        <p role="alert">{WebUtility.HtmlEncode(why)}</p>
        """);
}
