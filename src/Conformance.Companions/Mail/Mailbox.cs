using Conformance.Companions.Receiving;
using Conformance.Matrix.Companions;

namespace Conformance.Companions.Mail;

/// <summary>The mail that came in, by recipient.</summary>
internal sealed class Mailbox : IMailbox
{
    private readonly ArrivalsByAddress<MailMessage> _messages = new();

    /// <inheritdoc/>
    public IReadOnlyList<MailMessage> To(string address) => _messages.To(address);

    /// <inheritdoc/>
    public Task<MailMessage?> AwaitAsync(string address, int seen, TimeSpan deadline, CancellationToken cancellationToken) =>
        _messages.AwaitAsync(address, seen, deadline, cancellationToken);

    /// <summary>Stores a message, once for each recipient.</summary>
    public void Add(MailMessage message)
    {
        foreach (var recipient in message.Recipients.Distinct(StringComparer.OrdinalIgnoreCase))
            _messages.Add(recipient, message);
    }
}
