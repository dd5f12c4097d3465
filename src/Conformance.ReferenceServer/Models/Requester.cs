namespace Conformance.ReferenceServer.Models;

/// <summary>Who makes a request.</summary>
/// <param name="Account">The account.</param>
/// <param name="DeviceId">The device of the access token, or the one that an application service acts as; null if it names none.</param>
/// <param name="ServiceUserId">The application service's own user, if the service makes the request; null if the user makes it.</param>
internal sealed record Requester(Account Account, string? DeviceId, string? ServiceUserId)
{
    /// <summary>Whether an application service makes the request as this user.</summary>
    public bool IsApplicationService => ServiceUserId is not null;
}
