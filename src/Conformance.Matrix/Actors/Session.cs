namespace Conformance.Matrix.Actors;

/// <summary>One device of an account, logged in. Holds secrets.</summary>
public sealed class Session
{
    /// <summary>The device's id.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The account's full user id, e.g. <c>@alice:example.org</c>.</summary>
    public required string UserId { get; init; }

    /// <summary>The access token of the device.</summary>
    public required string AccessToken { get; set; }

    /// <summary>The refresh token; null if the server gave none.</summary>
    public string? RefreshToken { get; set; }
}
