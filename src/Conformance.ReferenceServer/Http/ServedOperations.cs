using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Http;

/// <summary>Decides which operations the options leave out; those are unknown endpoints.</summary>
internal sealed class ServedOperations(ReferenceServerOptions options)
{
    // Registration and login stay, because application services must be told what they cannot do. So the path of the login flows is known;
    // its operation itself says that it is not supported.
    private static readonly HashSet<string> LegacyApi =
    [
        "loginPage", "loginForm", OperationIds.GenerateLoginToken, OperationIds.CheckUsernameAvailability, OperationIds.Refresh,
        OperationIds.Logout, OperationIds.LogoutAll, OperationIds.ChangePassword, OperationIds.DeactivateAccount,
    ];

    private static readonly HashSet<string> SingleSignOn =
        [OperationIds.RedirectToSso, OperationIds.RedirectToIdp, "signOnCallback", "signOnConfirmation"];

    /// <summary>Whether an operation, or a page, is served.</summary>
    public bool Include(string operationId) =>
        (options.LegacyApi || !LegacyApi.Contains(operationId))
        && (options.SingleSignOn is not null || !SingleSignOn.Contains(operationId))
        && (options.OAuthIssuer is not null || operationId != OperationIds.GetAuthMetadata);
}
