using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Callers;

/// <summary>
/// Finds the owner of an access token ("Using access tokens" of the client-server API, "Identity assertion" of the application service
/// API).
/// </summary>
internal sealed class Authenticator(AuthenticatorParts parts) : IAuthenticator
{
    /// <summary>The caller of an operation.</summary>
    /// <param name="call">The call.</param>
    /// <param name="token">Its token.</param>
    /// <exception cref="MatrixException">401 for an invalid token; 403 for an operation that is not open to guests; 403 or 400 for a
    /// service that may not act as the user or device that it names.</exception>
    public Requester Authenticate(Call call, string token)
    {
        if (parts.Services.IsToken(token))
        {
            return Assert(call.Target);
        }

        var access = parts.Tokens.Use(token);
        var account = parts.Accounts.Find(access.UserId);
        if (account is null || account.IsDeactivated)
        {
            throw MatrixException.UnknownToken("The access token is not known.");
        }

        if (account.IsGuest)
        {
            CheckOpenToGuests(call);
        }

        parts.Devices.Touch(account, access.DeviceId, call.RemoteAddress);
        return new Requester(account, access.DeviceId, ServiceUserId: null);
    }

    /// <summary>Refuses a guest's call to an operation that is not open to guests.</summary>
    /// <exception cref="MatrixException">403 <c>M_GUEST_ACCESS_FORBIDDEN</c>.</exception>
    private void CheckOpenToGuests(Call call)
    {
        if (!parts.GuestRules.OpenToGuests.Contains(call.OperationId))
        {
            throw new MatrixException(403, ErrorCodes.GuestAccessForbidden, "This is not open to guests.");
        }
    }

    /// <summary>The user that an application service acts as.</summary>
    private Requester Assert(RequestTarget target)
    {
        var userId = target.Query("user_id") ?? parts.Services.SenderUserId!;
        if (!parts.Services.Owns(userId) && parts.ServiceRules.ActsOnlyAsItsOwn)
        {
            throw MatrixException.Forbidden("The user is outside the namespace of the application service.");
        }

        if (parts.Accounts.Find(userId) is not { IsDeactivated: false } account)
        {
            throw MatrixException.Forbidden("The application service has not registered this user.");
        }

        var deviceId = target.Query(parts.ServiceRules.DeviceParameter);
        if (deviceId is not null && !account.Devices.ContainsKey(deviceId) && parts.ServiceRules.ChecksDevice(target))
        {
            throw new MatrixException(400, ErrorCodes.UnknownDevice, "The user has no device of this ID.");
        }

        return new Requester(account, deviceId, parts.Services.SenderUserId);
    }
}
