using Conformance.ReferenceServer.Accounts;

namespace Conformance.ReferenceServer.ApplicationServices;

/// <summary>Whom a request is made by.</summary>
/// <param name="Account">The account.</param>
/// <param name="DeviceId">The device of the access token, or the one that an application service acts as; null if it names none.</param>
/// <param name="IsApplicationService">Whether an application service makes the request as this user.</param>
internal sealed record Requester(Account Account, string? DeviceId, bool IsApplicationService);
