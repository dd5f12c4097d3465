using Conformance.Matrix.Companions;

namespace Conformance.Matrix.Tests.Companions;

/// <summary>A mailbox that gets its mail from the test.</summary>
internal sealed class FakeMailbox : IMailbox
{
    private readonly List<(string Address, MailMessage Message)> _mail = [];

    public void Add(string address, params Uri[] links) =>
        _mail.Add((address, new MailMessage { Sender = "", Recipients = [address], Links = links }));

    public IReadOnlyList<MailMessage> To(string address) => [.. _mail.Where(mail => mail.Address == address).Select(mail => mail.Message)];

    public Task<MailMessage?> AwaitAsync(string address, int seen, TimeSpan deadline, CancellationToken cancellationToken) =>
        Task.FromResult(To(address) is { } mail && mail.Count > seen ? mail[^1] : null);
}
