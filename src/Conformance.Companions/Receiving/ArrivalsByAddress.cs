using System.Collections.Concurrent;

namespace Conformance.Companions.Receiving;

/// <summary>Messages by the address that they were sent to.</summary>
/// <typeparam name="T">A message.</typeparam>
internal sealed class ArrivalsByAddress<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, Arrivals<T>> _boxes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The messages to an address, in order.</summary>
    public IReadOnlyList<T> To(string address) => _boxes.TryGetValue(address, out var box) ? box.All : [];

    /// <summary>Stores a message.</summary>
    public void Add(string address, T message) => Box(address).Add(message);

    /// <summary>Waits for more messages than have been seen; the newest, or null if none came in time.</summary>
    public Task<T?> AwaitAsync(string address, int seen, TimeSpan deadline, CancellationToken cancellationToken) =>
        Box(address).AwaitAsync(messages => messages.Count > seen ? messages[^1] : null, deadline, cancellationToken);

    private Arrivals<T> Box(string address) => _boxes.GetOrAdd(address, _ => new Arrivals<T>());
}
