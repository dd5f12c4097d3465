namespace Conformance.ReferenceServer.Models;

/// <summary>The ids of the operations that parts of the server other than their handlers name, as the specification's OpenAPI sources give
/// them.</summary>
internal static class OperationIds
{
    public const string Add3Pid = "add3PID";
    public const string ChangePassword = "changePassword";
    public const string CheckUsernameAvailability = "checkUsernameAvailability";
    public const string ClaimKeys = "claimKeys";
    public const string DeactivateAccount = "deactivateAccount";
    public const string DeleteDevice = "deleteDevice";
    public const string DeleteDevices = "deleteDevices";
    public const string GenerateLoginToken = "generateLoginToken";
    public const string GetAuthMetadata = "getAuthMetadata";
    public const string GetDevice = "getDevice";
    public const string GetDevices = "getDevices";
    public const string GetTokenOwner = "getTokenOwner";
    public const string GetVersions = "getVersions";
    public const string Logout = "logout";
    public const string LogoutAll = "logout_all";
    public const string QueryKeys = "queryKeys";
    public const string RedirectToIdp = "redirectToIdP";
    public const string RedirectToSso = "redirectToSSO";
    public const string Refresh = "refresh";
    public const string Register = "register";
    public const string UpdateDevice = "updateDevice";
    public const string UploadCrossSigningKeys = "uploadCrossSigningKeys";
    public const string UploadKeys = "uploadKeys";
}
