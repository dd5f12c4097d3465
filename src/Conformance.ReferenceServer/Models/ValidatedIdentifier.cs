namespace Conformance.ReferenceServer.Models;

/// <summary>An identifier that somebody has proved to own.</summary>
/// <param name="Identifier">The identifier.</param>
/// <param name="ValidatedAt">When it was validated.</param>
/// <param name="SessionId">The session in which it was.</param>
internal sealed record ValidatedIdentifier(ThirdPartyIdentifier Identifier, DateTimeOffset ValidatedAt, string SessionId)
{
    /// <summary>No output shows the session.</summary>
    public override string ToString() => $"{Identifier.Medium}";
}
