using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Sessions;

/// <summary>Logs users in ("Relationship between access tokens and devices" of the client-server API).</summary>
internal class SessionService(DeviceService devices, TokenService tokens, CrossSigningKeyStore crossSigning)
{
    /// <summary>Opens a session on a device.</summary>
    /// <returns>The response: user, device and tokens.</returns>
    /// <exception cref="MatrixException">403: the device ID is that of a cross-signing key.</exception>
    public virtual JsonObject Open(Account account, SessionRequest request)
    {
        if (request.DeviceId is { } wanted)
        {
            if (crossSigning.IsKeyId(account.UserId, wanted))
            {
                throw MatrixException.Forbidden("The device ID is that of a cross-signing key.");
            }

            EndEarlierSessions(account, wanted);
        }

        var device = devices.GetOrCreate(account, request.DeviceId, request.DisplayName);
        var body = new JsonObject { ["user_id"] = account.UserId, ["device_id"] = device.Id };
        tokens.Issue(account.UserId, device.Id, request.Refreshable).AddTo(body);
        return body;
    }

    /// <summary>Whose access token it is.</summary>
    /// <returns>The user ID; null if the token is not valid.</returns>
    public virtual string? OwnerOf(string accessToken)
    {
        try
        {
            return tokens.Use(accessToken).UserId;
        }
        catch (MatrixException)
        {
            return null;
        }
    }

    /// <summary>The tokens.</summary>
    protected TokenService Tokens => tokens;

    /// <summary>A client that names its device ends what was logged in on it before. The device and its keys stay.</summary>
    protected virtual void EndEarlierSessions(Account account, string deviceId) =>
        tokens.Revoke(account.UserId, deviceId, DeviceParts.AccessTokens | DeviceParts.RefreshTokens);
}
