using System.Xml;
using System.Xml.Linq;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>Talks to the provider of single sign-on (Central Authentication Service protocol, version 3).</summary>
internal sealed class CasProvider(ReferenceServerOptions options, OutgoingHttp http)
{
    private static readonly XNamespace Cas = "http://www.yale.edu/tp/cas";

    /// <summary>Where a browser is sent to sign on.</summary>
    /// <param name="service">The URL to which it returns with a ticket.</param>
    /// <returns>The provider's address for it.</returns>
    public string LoginUrl(string service) => $"{Base}/login?service={Uri.EscapeDataString(service)}";

    /// <summary>Finds out whom a ticket is for.</summary>
    /// <param name="ticket">The ticket that the browser came back with.</param>
    /// <param name="service">The URL to which it returned.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The provider's name for the person; null if it does not accept the ticket.</returns>
    /// <exception cref="MatrixException">502: the provider does not answer as it should.</exception>
    public async Task<string?> ValidateAsync(string ticket, string service, CancellationToken cancellationToken)
    {
        var url = $"{Base}/p3/proxyValidate?ticket={Uri.EscapeDataString(ticket)}&service={Uri.EscapeDataString(service)}";
        try
        {
            using var response = await http.Client.GetAsync(url, cancellationToken);
            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var reader = XmlReader.Create(body, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit });
            var answer = await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken);
            var name = answer.Root?.Element(Cas + "authenticationSuccess")?.Element(Cas + "user")?.Value.Trim();
            return string.IsNullOrEmpty(name) ? null : name;
        }
        catch (Exception failure)
            when (failure is HttpRequestException or XmlException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new MatrixException(
                502, ErrorCodes.Unknown, "The provider of single sign-on cannot be reached, or does not answer as it should.");
        }
    }

    private string Base => options.SingleSignOn!.CasUrl.AbsoluteUri.TrimEnd('/');
}
