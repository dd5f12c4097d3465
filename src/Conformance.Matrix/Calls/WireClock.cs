using System.Diagnostics;

namespace Conformance.Matrix.Calls;

/// <summary>When a request went out and its answer came in, as the connection saw it: without the wait for a connection, and without what
/// the suite did before and after. Used by one request at a time.</summary>
internal sealed class WireClock
{
    private static readonly AsyncLocal<WireClock?> OfFlow = new();

    private readonly long _began = Stopwatch.GetTimestamp();
    private long _sent;
    private long _received;

    /// <summary>The clock of the request that is being sent in this flow; null where there is none.</summary>
    public static WireClock? Current => OfFlow.Value;

    /// <summary>How long ago the last byte was read; zero where none was.</summary>
    public TimeSpan SinceLastByte => Volatile.Read(ref _received) is var received and not 0
        ? Stopwatch.GetElapsedTime(received)
        : TimeSpan.Zero;

    /// <summary>From the first byte sent to the last byte read, where a whole answer came.</summary>
    public TimeSpan UntilLastByte => Volatile.Read(ref _received) is var received and not 0
        ? Stopwatch.GetElapsedTime(Sent, received)
        : UntilNow;

    /// <summary>From the first byte sent until now. A request that was never sent counts from its beginning.</summary>
    public TimeSpan UntilNow => Stopwatch.GetElapsedTime(Sent);

    private long Sent => Volatile.Read(ref _sent) is var sent and not 0 ? sent : _began;

    /// <summary>Begins the clock of a request; the flow that calls this sends it.</summary>
    public static WireClock Start() => OfFlow.Value = new WireClock();

    /// <summary>Notes that a byte is about to be sent; the first one counts, unless the request is sent anew on another
    /// connection.</summary>
    /// <param name="isFirstOnConnection">Whether the connection has sent nothing of this request yet.</param>
    public void Sending(bool isFirstOnConnection)
    {
        if (isFirstOnConnection)
            Volatile.Write(ref _sent, Stopwatch.GetTimestamp());
    }

    /// <summary>Notes that bytes were read.</summary>
    public void Received() => Volatile.Write(ref _received, Stopwatch.GetTimestamp());
}
