namespace Conformance.ReferenceServer.Models;

/// <summary>When and where a device last made a request.</summary>
/// <param name="At">When.</param>
/// <param name="Address">The IP address; null if the connection has none.</param>
internal sealed record LastSeen(DateTimeOffset At, string? Address);
