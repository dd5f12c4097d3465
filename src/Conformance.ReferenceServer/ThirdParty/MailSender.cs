using System.Net.Mail;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.ThirdParty;

/// <summary>Sends mail.</summary>
internal class MailSender(ReferenceServerOptions options)
{
    /// <summary>Sends a link by which the owner of an address confirms it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="link">The link. A secret.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="MatrixException">502: the mail server did not take it.</exception>
    public virtual async Task SendAsync(string address, Uri link, CancellationToken cancellationToken)
    {
        var server = options.Mail ?? throw new InvalidOperationException("No mail server is set up.");
        try
        {
            using var message = new MailMessage(server.From, address, "Confirm your email address", TextOf(link));
            using var client = new SmtpClient(server.Host, server.Port);
            await client.SendMailAsync(message, cancellationToken);
        }
        catch (SmtpException)
        {
            throw new MatrixException(502, ErrorCodes.Unknown, "The mail could not be sent.");
        }
    }

    private string TextOf(Uri link) =>
        $"""
        Somebody gave this address to the homeserver {options.ServerName}.
        If it was you, open this link:

        {link.AbsoluteUri}

        If it was not, do nothing.
        """.ReplaceLineEndings("\r\n");
}
