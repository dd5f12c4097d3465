using Conformance.Matrix.Companions;

namespace Conformance.Matrix.Tests.Companions;

/// <summary>Text messages that come from the test.</summary>
internal sealed class FakeTextMessages : ITextMessages
{
    private readonly List<TextMessage> _messages = [];

    public void Add(string number, string token) => _messages.Add(new TextMessage(number, token, token));

    public IReadOnlyList<TextMessage> To(string number) => [.. _messages.Where(message => message.Number == number)];

    public Task<TextMessage?> AwaitAsync(string number, int seen, TimeSpan deadline, CancellationToken cancellationToken) =>
        Task.FromResult(To(number) is { } messages && messages.Count > seen ? messages[^1] : null);
}
