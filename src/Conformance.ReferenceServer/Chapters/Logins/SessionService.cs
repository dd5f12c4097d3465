using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Chapters.Keys;
using Conformance.ReferenceServer.Chapters.Tokens;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>Logs users in ("Relationship between access tokens and devices" of the client-server API).</summary>
internal sealed class SessionService(
    DeviceService devices, TokenService tokens, CrossSigningKeyStore crossSigning, AccountService accounts, LoginRules rules)
{
    /// <summary>Opens a session on a device.</summary>
    /// <param name="account">The user.</param>
    /// <param name="request">What the client asks for.</param>
    /// <param name="origin">How the session begins.</param>
    /// <returns>The response: user, device and tokens.</returns>
    /// <exception cref="MatrixException">403: the device ID is that of a cross-signing key.</exception>
    public JsonObject Open(Account account, SessionRequest request, SessionOrigin origin)
    {
        if (request.DeviceId is { } wanted)
        {
            if (crossSigning.IsKeyId(account.UserId, wanted) && rules.RefusesIdsOfKeys)
            {
                throw MatrixException.Forbidden("The device ID is that of a cross-signing key.");
            }

            EndEarlierSessions(account, wanted);
        }

        var device = devices.GetOrCreate(account, request.DeviceId, request.DisplayName);
        var body = new JsonObject { ["user_id"] = account.UserId, ["device_id"] = device.Id };
        tokens.Issue(account.UserId, device.Id, request.Refreshable, origin).AddTo(body);
        return body;
    }

    /// <summary>The owner of an access token.</summary>
    /// <returns>The user ID; null if the token is not valid.</returns>
    public string? OwnerOf(string accessToken)
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

    /// <summary>Ends the earlier sessions of a device that a client names at login. The device and its keys stay.</summary>
    private void EndEarlierSessions(Account account, string deviceId)
    {
        foreach (var owner in rules.EndedOf(account, accounts.All))
        {
            tokens.Revoke(owner.UserId, deviceId, rules.EndedByLogin, SessionEnd.NewLogin);
        }
    }
}
