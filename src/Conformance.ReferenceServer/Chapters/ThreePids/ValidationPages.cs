using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.Spec;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Where validation tokens are submitted: a page for the links of mails, an address for the tokens of text messages.</summary>
internal sealed class ValidationPages(MailValidation mail, PhoneValidation phone) : IRouteSource
{
    /// <inheritdoc/>
    public IEnumerable<Route> Routes =>
    [
        new Route("validateEmail", "GET", MailValidation.PagePath, Authentication.None, TakesJson: false,
            (call, _) => Task.FromResult(Follow(call))),
        new Route("validatePhone", "POST", PhoneValidation.SubmitPath, Authentication.None, TakesJson: true, SubmitAsync),
    ];

    /// <summary>The page that a link leads to: validates the address and sends the browser on.</summary>
    private Reply Follow(Call call)
    {
        try
        {
            var session = mail.Validate(Parameter(call, "sid"), Parameter(call, "client_secret"), Parameter(call, "token"));
            return session.NextLink is { } next
                ? Redirect(next)
                : Reply.OfHtml(200, Html.Notice("Confirmed", "The address is confirmed. You can close this page."));
        }
        catch (MatrixException refusal)
        {
            return Reply.OfHtml(refusal.Status, Html.Notice("Not confirmed", refusal.Message));
        }
    }

    /// <summary>A redirection of the browser.</summary>
    private static Reply Redirect(Uri target) => Reply.OfHtml(302, Html.Notice("Confirmed", "The address is confirmed.")) with
    {
        Headers = new Dictionary<string, string> { ["Location"] = target.AbsoluteUri },
    };

    private static string Parameter(Call call, string name) => call.Target.Query(name) ?? throw MatrixException.Missing(name);

    private async Task<Reply> SubmitAsync(Call call, CancellationToken cancellationToken) => Reply.Ok(await phone.SubmitAsync(
        call.Body.RequiredString("sid"), call.Body.RequiredString("client_secret"), call.Body.RequiredString("token"), cancellationToken));
}
