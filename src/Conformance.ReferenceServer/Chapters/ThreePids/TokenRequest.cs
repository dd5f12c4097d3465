using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>A request to validate an identifier.</summary>
/// <param name="ClientSecret">What the client identifies its session by. A secret.</param>
/// <param name="Identifier">The identifier, in canonical form.</param>
/// <param name="SendAttempt">A greater number than before asks for another message.</param>
/// <param name="NextLink">Where the browser goes after the validation; null for nowhere.</param>
internal sealed record TokenRequest(string ClientSecret, ThirdPartyIdentifier Identifier, long SendAttempt, Uri? NextLink)
{
    /// <summary>The country from which <see cref="PhoneNumber"/> is dialled; null for an email address.</summary>
    public string? Country { get; init; }

    /// <summary>The phone number as it was typed; null for an email address.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>No output shows the secret.</summary>
    public override string ToString() => $"{Identifier.Medium}, attempt {SendAttempt}";
}
