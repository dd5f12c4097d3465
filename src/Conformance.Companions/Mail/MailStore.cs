using System.Buffers;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Conformance.Companions.Mail;

/// <summary>Puts each message that comes in by SMTP into the mailbox.</summary>
internal sealed class MailStore(Mailbox mailbox) : MessageStore
{
    /// <inheritdoc/>
    public override Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        mailbox.Add(MailReader.Read(Address(transaction.From), [.. transaction.To.Select(Address)], buffer.ToArray()));
        return Task.FromResult(SmtpResponse.Ok);
    }

    // The sender of a bounce has no address.
    private static string Address(SmtpServer.Mail.IMailbox? mailbox) =>
        string.IsNullOrEmpty(mailbox?.User) ? "" : string.IsNullOrEmpty(mailbox.Host) ? mailbox.User : $"{mailbox.User}@{mailbox.Host}";
}
