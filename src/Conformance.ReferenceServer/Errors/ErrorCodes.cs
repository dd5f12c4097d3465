namespace Conformance.ReferenceServer.Errors;

/// <summary>The error codes in use ("Common error codes" and "Other error codes" of the client-server API).</summary>
internal static class ErrorCodes
{
    public const string AppserviceLoginUnsupported = "M_APPSERVICE_LOGIN_UNSUPPORTED";
    public const string BadJson = "M_BAD_JSON";
    public const string BadStatus = "M_BAD_STATUS";
    public const string CaptchaInvalid = "M_CAPTCHA_INVALID";
    public const string CaptchaNeeded = "M_CAPTCHA_NEEDED";
    public const string ConnectionFailed = "M_CONNECTION_FAILED";
    public const string ConnectionTimeout = "M_CONNECTION_TIMEOUT";
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
    public const string ServerNotTrusted = "M_SERVER_NOT_TRUSTED";
    public const string SessionExpired = "M_SESSION_EXPIRED";
    public const string ThreepidAuthFailed = "M_THREEPID_AUTH_FAILED";
    public const string ThreepidDenied = "M_THREEPID_DENIED";
    public const string ThreepidInUse = "M_THREEPID_IN_USE";
    public const string ThreepidMediumNotSupported = "M_THREEPID_MEDIUM_NOT_SUPPORTED";
    public const string ThreepidNotFound = "M_THREEPID_NOT_FOUND";
    public const string TokenIncorrect = "M_TOKEN_INCORRECT";
    public const string TooLarge = "M_TOO_LARGE";
    public const string Unknown = "M_UNKNOWN";
    public const string UnknownDevice = "M_UNKNOWN_DEVICE";
    public const string UnknownToken = "M_UNKNOWN_TOKEN";
    public const string Unrecognized = "M_UNRECOGNIZED";
    public const string UrlNotSet = "M_URL_NOT_SET";
    public const string UserDeactivated = "M_USER_DEACTIVATED";
    public const string UserInUse = "M_USER_IN_USE";
    public const string WeakPassword = "M_WEAK_PASSWORD";
}
