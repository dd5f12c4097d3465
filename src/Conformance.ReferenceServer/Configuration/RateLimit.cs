namespace Conformance.ReferenceServer.Configuration;

/// <summary>How often one client may call one operation.</summary>
/// <param name="Requests">The number of calls within <paramref name="Window"/>; at least 1.</param>
/// <param name="Window">The time after which a client may call as often again.</param>
public sealed record RateLimit(int Requests, TimeSpan Window);
