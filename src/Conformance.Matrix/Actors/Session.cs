namespace Conformance.Matrix.Actors;

/// <summary>One device of an account, logged in. Contains secrets.</summary>
public sealed class Session
{
    private readonly List<string> _accessTokens = [];
    private readonly HashSet<string> _refreshTokens = new(StringComparer.Ordinal);

    /// <summary>The device's id.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The account's full user id, e.g. <c>@alice:example.org</c>.</summary>
    public required string UserId { get; init; }

    /// <summary>The access token of the device.</summary>
    public required string AccessToken
    {
        get;
        set
        {
            field = value;
            _accessTokens.Add(value);
        }
    }

    /// <summary>Every access token that the session has had, the oldest first; the last is the one in force.</summary>
    public IReadOnlyList<string> AccessTokens => _accessTokens;

    /// <summary>The refresh token in force; null if the server gave none.</summary>
    public string? RefreshToken
    {
        get;
        set
        {
            field = value;
            if (value is not null)
                _refreshTokens.Add(value);
        }
    }

    /// <summary>Every refresh token that the session has had, the one in force included.</summary>
    public IReadOnlySet<string> RefreshTokens => _refreshTokens;
}
