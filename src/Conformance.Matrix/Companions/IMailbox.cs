namespace Conformance.Matrix.Companions;

/// <summary>The mail that a homeserver sent. Addresses are compared without regard to case. Safe to use from many scenarios at
/// once.</summary>
public interface IMailbox
{
    /// <summary>The messages to an address, in the order they came.</summary>
    IReadOnlyList<MailMessage> To(string address);

    /// <summary>How many messages have come for an address.</summary>
    int Count(string address) => To(address).Count;

    /// <summary>Waits for more messages to an address than have been seen.</summary>
    /// <param name="address">The address.</param>
    /// <param name="seen">How many are known already; 0 to wait for the first.</param>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The newest message; null if none came in time.</returns>
    Task<MailMessage?> AwaitAsync(string address, int seen, TimeSpan deadline, CancellationToken cancellationToken);
}
