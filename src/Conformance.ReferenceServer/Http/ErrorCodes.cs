namespace Conformance.ReferenceServer.Http;

/// <summary>The error codes in use ("Common error codes" and "Other error codes" of the client-server API).</summary>
internal static class ErrorCodes
{
    public const string BadJson = "M_BAD_JSON";
    public const string Exclusive = "M_EXCLUSIVE";
    public const string Forbidden = "M_FORBIDDEN";
    public const string GuestAccessForbidden = "M_GUEST_ACCESS_FORBIDDEN";
    public const string InvalidParam = "M_INVALID_PARAM";
    public const string InvalidSignature = "M_INVALID_SIGNATURE";
    public const string InvalidUsername = "M_INVALID_USERNAME";
    public const string LimitExceeded = "M_LIMIT_EXCEEDED";
    public const string MissingParam = "M_MISSING_PARAM";
    public const string MissingToken = "M_MISSING_TOKEN";
    public const string NotFound = "M_NOT_FOUND";
    public const string NotJson = "M_NOT_JSON";
    public const string ThreepidAuthFailed = "M_THREEPID_AUTH_FAILED";
    public const string TooLarge = "M_TOO_LARGE";
    public const string Unknown = "M_UNKNOWN";
    public const string UnknownDevice = "M_UNKNOWN_DEVICE";
    public const string UnknownToken = "M_UNKNOWN_TOKEN";
    public const string Unrecognized = "M_UNRECOGNIZED";
    public const string UserDeactivated = "M_USER_DEACTIVATED";
    public const string UserInUse = "M_USER_IN_USE";
}
