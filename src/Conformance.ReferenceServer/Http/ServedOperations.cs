using Conformance.ReferenceServer.Configuration;

namespace Conformance.ReferenceServer.Http;

/// <summary>Which operations the options leave out; what is left out is an unknown endpoint.</summary>
internal sealed class ServedOperations(ReferenceServerOptions options)
{
    // Registering and logging in stay, for application services: they must be told what they cannot do. So the path of the login flows is a
    // known one,
    // whose operation says by itself that it is not there.
    private static readonly HashSet<string> LegacyApi =
    [
        "loginPage", "loginForm", "generateLoginToken", "checkUsernameAvailability", "refresh", "logout", "logout_all", "changePassword",
        "deactivateAccount",
    ];

    private static readonly HashSet<string> SingleSignOn = ["redirectToSSO", "redirectToIdP", "signOnCallback", "signOnConfirmation"];

    /// <summary>Whether an operation, or a page, is served.</summary>
    public bool Include(string operationId) =>
        (options.LegacyApi || !LegacyApi.Contains(operationId))
        && (options.SingleSignOn is not null || !SingleSignOn.Contains(operationId))
        && (options.OAuthIssuer is not null || operationId != "getAuthMetadata");
}
