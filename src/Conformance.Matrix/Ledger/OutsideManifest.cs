using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Ledger;

/// <summary>What stands in the place of an operation's id for responses to requests outside the manifest. They are judged like all others,
/// and few names tell them apart: a check of a baseline must not depend on the path of an unknown endpoint.</summary>
public static class OutsideManifest
{
    /// <summary>Pre-flight requests of a web browser ("Web Browser Clients").</summary>
    public const string Preflight = "preflight";

    /// <summary>Endpoints of the API that do not exist, or not with that method ("Common error codes").</summary>
    public const string UnknownEndpoint = "unknownEndpoint";

    /// <summary>Pages for people, and whatever else is asked of the server beside the API.</summary>
    public const string Page = "page";

    private static readonly Dictionary<string, string> Headings = new(StringComparer.Ordinal)
    {
        [Preflight] = "web-browser-clients",
        [UnknownEndpoint] = "standard-error-response",
        [Page] = "api-standards",
    };

    /// <summary>The names.</summary>
    public static IReadOnlyCollection<string> Names => Headings.Keys;

    /// <summary>The heading of the client-server API that says what such a response has to be; null where the name is an
    /// operation's.</summary>
    public static string? HeadingOf(string name) => Headings.GetValueOrDefault(name);

    /// <summary>The name of an exchange outside the manifest.</summary>
    public static string NameOf(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return !exchange.IsOfApi ? Page : exchange.Request.Method == "OPTIONS" ? Preflight : UnknownEndpoint;
    }
}
