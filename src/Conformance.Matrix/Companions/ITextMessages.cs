namespace Conformance.Matrix.Companions;

/// <summary>The text messages that were sent on a homeserver's behalf. Safe to use from many scenarios at once.</summary>
public interface ITextMessages
{
    /// <summary>The messages to a number, in the order they came.</summary>
    /// <param name="number">The number in international form, digits alone: <c>441632960001</c>.</param>
    IReadOnlyList<TextMessage> To(string number);

    /// <summary>How many messages have come for a number.</summary>
    int Count(string number) => To(number).Count;

    /// <summary>Waits for more messages to a number than have been seen.</summary>
    /// <param name="number">The number in international form, digits alone.</param>
    /// <param name="seen">How many are known already; 0 to wait for the first.</param>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The newest message; null if none came in time.</returns>
    Task<TextMessage?> AwaitAsync(string number, int seen, TimeSpan deadline, CancellationToken cancellationToken);
}
