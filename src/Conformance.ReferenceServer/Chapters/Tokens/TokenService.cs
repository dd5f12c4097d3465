using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>Access and refresh tokens ("Client authentication" of the client-server API).</summary>
internal sealed class TokenService(TokenRules rules, ReferenceServerOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AccessToken> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RefreshToken> _refresh = new(StringComparer.Ordinal);
    private readonly Dictionary<(string UserId, string DeviceId), HashSet<string>> _byDevice = [];

    /// <summary>Issues tokens for a device.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="deviceId">The device.</param>
    /// <param name="refreshable">Whether the client can refresh. If not, there is no refresh token, and the access token does not
    /// expire.</param>
    /// <param name="origin">How the session began.</param>
    public IssuedTokens Issue(string userId, string deviceId, bool refreshable, SessionOrigin origin)
    {
        lock (_lock)
        {
            return Issue(userId, deviceId, refreshable, origin, supersedes: null);
        }
    }

    /// <summary>Finds a valid access token and notes its use, which revokes the refresh token that was exchanged for it.</summary>
    /// <exception cref="MatrixException">401 <c>M_UNKNOWN_TOKEN</c>; with <c>soft_logout</c> for a token that has expired, since its device
    /// lives on.</exception>
    public AccessToken Use(string token)
    {
        lock (_lock)
        {
            if (!_access.TryGetValue(token, out var access))
            {
                throw MatrixException.UnknownToken("The access token is not known.");
            }

            if (access.ExpiresAt is { } end && rules.IsOver(end, options.Clock.GetUtcNow()))
            {
                throw new MatrixException(401, ErrorCodes.UnknownToken, "The access token has expired.")
                {
                    Extras = new Dictionary<string, System.Text.Json.Nodes.JsonNode> { ["soft_logout"] = true },
                };
            }

            Supersede(access.Supersedes, TokenUses.NewAccessToken);
            access.Supersedes = null;
            return access;
        }
    }

    /// <summary>Issues new tokens for a refresh token, which stays valid until one of them is used.</summary>
    /// <exception cref="MatrixException">401 <c>M_UNKNOWN_TOKEN</c>: it was never issued, or is revoked.</exception>
    public IssuedTokens Refresh(string refreshToken)
    {
        lock (_lock)
        {
            if (!_refresh.TryGetValue(refreshToken, out var refresh))
            {
                throw MatrixException.UnknownToken("The refresh token is not known, or was used already.");
            }

            Supersede(refresh.Supersedes, TokenUses.NewRefreshToken);
            refresh.Supersedes = null;
            Supersede(refreshToken, TokenUses.Exchange);
            refresh.IsExchanged = true;
            return Issue(refresh.UserId, rules.RefreshedDevice(refresh.DeviceId), refreshable: true, refresh.Origin, refreshToken);
        }
    }

    /// <summary>Revokes tokens of a device: those of the parts <see cref="DeviceParts.AccessTokens"/> and <see
    /// cref="DeviceParts.RefreshTokens"/>.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="deviceId">The device.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="end">What ends the session.</param>
    public void Revoke(string userId, string deviceId, DeviceParts parts, SessionEnd end)
    {
        lock (_lock)
        {
            if (!_byDevice.TryGetValue((userId, deviceId), out var tokens))
            {
                return;
            }

            tokens.RemoveWhere(token =>
                (parts.HasFlag(DeviceParts.AccessTokens) && RemoveAccessToken(token, end))
                || (parts.HasFlag(DeviceParts.RefreshTokens) && RemoveRefreshToken(token, end)));
            if (tokens.Count == 0)
            {
                _byDevice.Remove((userId, deviceId));
            }
        }
    }

    private bool RemoveAccessToken(string token, SessionEnd end) =>
        _access.TryGetValue(token, out var access) && rules.AccessTokenEnds(access, end) && _access.Remove(token);

    private bool RemoveRefreshToken(string token, SessionEnd end) =>
        _refresh.TryGetValue(token, out var refresh) && rules.RefreshTokenEnds(refresh, end) && _refresh.Remove(token);

    // Null for a token that came without a refresh token, or was used before.
    private void Supersede(string? refreshToken, TokenUses use)
    {
        if (refreshToken is not null && rules.OldTokenEndsBy.HasFlag(use) && _refresh.Remove(refreshToken, out var old))
        {
            _byDevice[(old.UserId, old.DeviceId)].Remove(refreshToken);
        }
    }

    private IssuedTokens Issue(string userId, string deviceId, bool refreshable, SessionOrigin origin, string? supersedes)
    {
        var accessToken = rules.NewToken();
        var lifetime = refreshable ? options.AccessTokenLifetime : (TimeSpan?)null;
        _access[accessToken] = new AccessToken(userId, deviceId)
        {
            Origin = origin,
            IsRefreshable = refreshable,
            IsRefreshed = supersedes is not null,
            ExpiresAt = options.Clock.GetUtcNow() + lifetime,
            Supersedes = supersedes,
        };
        Remember(userId, deviceId, accessToken);
        if (!refreshable)
        {
            return new IssuedTokens(accessToken, refreshToken: null, lifetime);
        }

        var refreshToken = rules.NewToken();
        _refresh[refreshToken] = new RefreshToken(userId, deviceId) { Origin = origin, Supersedes = supersedes };
        Remember(userId, deviceId, refreshToken);
        return new IssuedTokens(accessToken, refreshToken, lifetime);
    }

    private void Remember(string userId, string deviceId, string token)
    {
        if (!_byDevice.TryGetValue((userId, deviceId), out var tokens))
        {
            _byDevice[(userId, deviceId)] = tokens = new HashSet<string>(StringComparer.Ordinal);
        }

        tokens.Add(token);
    }
}
