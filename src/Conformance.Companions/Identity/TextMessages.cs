using Conformance.Companions.Receiving;
using Conformance.Matrix.Companions;

namespace Conformance.Companions.Identity;

/// <summary>The text messages that the identity server sent.</summary>
internal sealed class TextMessages : ITextMessages
{
    private readonly ArrivalsByAddress<TextMessage> _messages = new();

    /// <inheritdoc/>
    public IReadOnlyList<TextMessage> To(string number) => _messages.To(number);

    /// <inheritdoc/>
    public Task<TextMessage?> AwaitAsync(string number, int seen, TimeSpan deadline, CancellationToken cancellationToken) =>
        _messages.AwaitAsync(number, seen, deadline, cancellationToken);

    /// <summary>Stores a message.</summary>
    public void Add(TextMessage message) => _messages.Add(message.Number, message);
}
