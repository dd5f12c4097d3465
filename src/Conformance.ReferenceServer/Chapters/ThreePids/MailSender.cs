using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Sends mail.</summary>
internal sealed class MailSender(ReferenceServerOptions options)
{
    /// <summary>Sends a link by which the owner of an address confirms it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="link">The link. A secret.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="MatrixException">502: the mail server did not take it.</exception>
    public async Task SendAsync(string address, Uri link, CancellationToken cancellationToken)
    {
        var server = options.Mail ?? throw new InvalidOperationException("No mail server is set up.");
        try
        {
            using var conversation = new SmtpConversation();
            await conversation.SendAsync(server, MailDomain(), address, MessageOf(server, address, link), cancellationToken);
        }
        catch (IOException)
        {
            throw new MatrixException(502, ErrorCodes.Unknown, "The mail could not be sent.");
        }
    }

    private string MessageOf(MailServer server, string address, Uri link) =>
        $"""
        Date: {options.Clock.GetUtcNow():R}
        Message-ID: <{Guid.NewGuid():N}@{MailDomain()}>
        From: {server.From}
        To: {address}
        Subject: Confirm your email address
        MIME-Version: 1.0
        Content-Type: text/plain; charset=us-ascii

        {TextOf(link)}
        """.ReplaceLineEndings("\r\n");

    // A server name may have a port, and an address where mail wants a literal (RFC 5321, section 4.1.3).
    private string MailDomain()
    {
        var host = new Uri($"http://{options.ServerName}");
        return host.HostNameType switch
        {
            UriHostNameType.IPv6 => $"[IPv6:{host.DnsSafeHost}]",
            UriHostNameType.IPv4 => $"[{host.Host}]",
            _ => host.Host,
        };
    }

    private string TextOf(Uri link) =>
        $"""
        Somebody gave this address to the homeserver {options.ServerName}.
        If it was you, open this link:

        {link.AbsoluteUri}

        If it was not, do nothing.
        """;
}
