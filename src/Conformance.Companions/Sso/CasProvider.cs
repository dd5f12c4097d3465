using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;
using Conformance.Companions.Web;

namespace Conformance.Companions.Sso;

/// <summary>A Central Authentication Service, protocols 2 and 3: tickets are good once, for the service that they were issued to.</summary>
/// <param name="people">Who can log in.</param>
internal sealed class CasProvider(SsoProvider people) : IWebCompanion
{
    private const string Root = "/cas";
    private static readonly XNamespace Cas = "http://www.yale.edu/tp/cas";

    private readonly ConcurrentDictionary<string, (string UserName, string Service)> _tickets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public WebAnswer? Answer(WebCall call) => (call.Method, call.Path) switch
    {
        ("GET", $"{Root}/login") => call.Query("service") is { Length: > 0 } ? people.Form(null) : NoService(),
        ("POST", $"{Root}/login") => LogIn(call),
        ("GET", $"{Root}/logout") => WebAnswer.Html(200, "Logged out", "<h1>Logged out</h1>"),
        ("GET", $"{Root}/serviceValidate" or $"{Root}/proxyValidate") => Validate(call, withAttributes: false),
        ("GET", $"{Root}/p3/serviceValidate" or $"{Root}/p3/proxyValidate") => Validate(call, withAttributes: true),
        _ => null,
    };

    private WebAnswer LogIn(WebCall call)
    {
        if (call.Query("service") is not { Length: > 0 } service)
            return NoService();
        if (call.Field(people.NameField) is not { } userName || !people.Knows(userName))
            return people.Form("Nobody of that name is known here.");
        var ticket = $"ST-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        _tickets[ticket] = (userName, service);
        return WebAnswer.Redirect($"{service}{(service.Contains('?', StringComparison.Ordinal) ? '&' : '?')}ticket={ticket}");
    }

    private WebAnswer Validate(WebCall call, bool withAttributes)
    {
        if (call.Query("ticket") is not { Length: > 0 } ticket || call.Query("service") is not { Length: > 0 } service)
            return Failure("INVALID_REQUEST", "Both ticket and service are needed.");
        // A ticket is spent by the attempt, whether it succeeds or not.
        if (!_tickets.TryRemove(ticket, out var issued))
            return Failure("INVALID_TICKET", "The ticket is not known, or was used before.");
        if (issued.Service != service)
            return Failure("INVALID_SERVICE", "The ticket was issued to another service.");
        var success = new XElement(Cas + "authenticationSuccess", new XElement(Cas + "user", issued.UserName));
        if (withAttributes)
            success.Add(
                new XElement(
                    Cas + "attributes", new XElement(Cas + "isFromNewLogin", "true"), new XElement(Cas + "displayName", issued.UserName)));
        return Response(success);
    }

    private static WebAnswer NoService() => WebAnswer.Html(400, "No service", "<h1>The service is missing</h1>");

    private static WebAnswer Failure(string code, string message) =>
        Response(new XElement(Cas + "authenticationFailure", new XAttribute("code", code), message));

    private static WebAnswer Response(XElement content) =>
        WebAnswer.Xml(new XElement(Cas + "serviceResponse", new XAttribute(XNamespace.Xmlns + "cas", Cas.NamespaceName), content));
}
