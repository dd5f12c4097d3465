using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Calls;

/// <summary>How the suite talks to a homeserver.</summary>
public sealed record MatrixClientOptions
{
    /// <summary>The homeserver's base URL.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>How long one request may take, the wait for a connection included.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many connections to the server may be open at a time.</summary>
    public int MostConnections { get; init; } = int.MaxValue;

    /// <summary>How long one call may wait on 429 answers, all waits together.</summary>
    public TimeSpan RateLimitDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Hears why a request is made, before it is sent; null for nobody.</summary>
    public Action<ExchangeRole>? Sending { get; init; }

    /// <summary>The clock by which answers are dated.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>True to accept any TLS certificate.</summary>
    public bool Insecure { get; init; }

    /// <summary>A PEM file with certificate authorities to trust besides the system's; null for none.</summary>
    public string? CaFile { get; init; }
}
