using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Sends mail.</summary>
internal sealed class MailSender(ReferenceServerOptions options)
{
    /// <summary>Sends a link by which the owner of an address confirms it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="link">The link. A secret.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="MatrixException">502: the mail server did not take it.</exception>
    public async Task SendAsync(string address, Uri link, CancellationToken cancellationToken)
    {
        var server = options.Mail ?? throw new InvalidOperationException("No mail server is set up.");
        try
        {
            using var conversation = new SmtpConversation();
            await conversation.SendAsync(server, options.ServerName, address, MessageOf(server, address, link), cancellationToken);
        }
        catch (IOException)
        {
            throw new MatrixException(502, ErrorCodes.Unknown, "The mail could not be sent.");
        }
    }

    private string MessageOf(MailServer server, string address, Uri link) =>
        $"""
        Date: {options.Clock.GetUtcNow():R}
        Message-ID: <{Guid.NewGuid():N}@{options.ServerName}>
        From: {server.From}
        To: {address}
        Subject: Confirm your email address
        MIME-Version: 1.0
        Content-Type: text/plain; charset=us-ascii

        {TextOf(link)}
        """.ReplaceLineEndings("\r\n");

    private string TextOf(Uri link) =>
        $"""
        Somebody gave this address to the homeserver {options.ServerName}.
        If it was you, open this link:

        {link.AbsoluteUri}

        If it was not, do nothing.
        """;
}
