namespace Conformance.Matrix.Calls;

/// <summary>
/// The operations that the suite calls or follows of its own accord, by their ids in the manifest. Those that only features call are named
/// in features.
/// A test holds every id here against the manifest.
/// </summary>
public static class Operations
{
    /// <summary>Makes an account ("Account registration").</summary>
    public const string Register = "register";

    /// <summary>Tells whether a user name is free ("Account registration").</summary>
    public const string CheckUsername = "checkUsernameAvailability";

    /// <summary>Begins a session ("Login").</summary>
    public const string LogIn = "login";

    /// <summary>Ends a session ("Logout").</summary>
    public const string LogOut = "logout";

    /// <summary>Ends every session of an account ("Logout").</summary>
    public const string LogOutAll = "logout_all";

    /// <summary>Renews the tokens of a session ("Refreshing access tokens").</summary>
    public const string Refresh = "refresh";

    /// <summary>Gives a token by which another client logs in ("Login").</summary>
    public const string GenerateLoginToken = "generateLoginToken";

    /// <summary>Sends a browser to a single sign-on provider ("Client login via SSO").</summary>
    public const string RedirectToSso = "redirectToSSO";

    /// <summary>Sets a new password ("Account management").</summary>
    public const string ChangePassword = "changePassword";

    /// <summary>Deactivates an account ("Account deactivation").</summary>
    public const string DeactivateAccount = "deactivateAccount";

    /// <summary>Adds a validated third-party identifier to an account ("Adding Account Administrative Contact Information").</summary>
    public const string Add3Pid = "add3PID";

    /// <summary>Whose an access token is.</summary>
    public const string GetTokenOwner = "getTokenOwner";

    /// <summary>Lists the third-party identifiers of an account ("Adding Account Administrative Contact Information").</summary>
    public const string GetAccount3Pids = "getAccount3PIDs";

    /// <summary>Binds a third-party identifier at an identity server ("Adding Account Administrative Contact Information").</summary>
    public const string Bind3Pid = "bind3PID";

    /// <summary>Makes a room ("Creation").</summary>
    public const string CreateRoom = "createRoom";

    /// <summary>Joins a room ("Joining rooms").</summary>
    public const string JoinRoomById = "joinRoomById";

    /// <summary>The room of an alias ("Room aliases").</summary>
    public const string GetRoomIdByAlias = "getRoomIdByAlias";

    /// <summary>What has happened since ("Syncing").</summary>
    public const string Sync = "sync";

    /// <summary>Sends an event that is not state ("Sending events to a room").</summary>
    public const string SendMessage = "sendMessage";

    /// <summary>Makes or changes a pusher ("Push Notifications").</summary>
    public const string PostPusher = "postPusher";

    /// <summary>Uploads the keys of a device ("Key management").</summary>
    public const string UploadKeys = "uploadKeys";

    /// <summary>Gives out one-time keys of devices ("Key management").</summary>
    public const string ClaimKeys = "claimKeys";

    /// <summary>Deletes a device of an account ("Device Management").</summary>
    public const string DeleteDevice = "deleteDevice";

    /// <summary>Lists the devices of an account ("Device Management").</summary>
    public const string GetDevices = "getDevices";

    /// <summary>Deletes devices of an account ("Device Management").</summary>
    public const string DeleteDevices = "deleteDevices";

    /// <summary>Replaces the cross-signing keys of an account ("Cross-signing").</summary>
    public const string UploadCrossSigningKeys = "uploadCrossSigningKeys";

    /// <summary>The versions of the specification that a server claims ("API Versions").</summary>
    public const string GetVersions = "getVersions";

    /// <summary>The ways to log in ("Login").</summary>
    public const string GetLoginFlows = "getLoginFlows";

    /// <summary>The metadata of the OAuth 2.0 API ("Server metadata discovery").</summary>
    public const string GetAuthMetadata = "getAuthMetadata";

    /// <summary>What a server lets its users do ("Capabilities negotiation").</summary>
    public const string GetCapabilities = "getCapabilities";

    /// <summary>The keys of users' devices ("End-to-End Encryption").</summary>
    public const string QueryKeys = "queryKeys";

    /// <summary>The rooms that a user has joined ("Room membership").</summary>
    public const string GetJoinedRooms = "getJoinedRooms";

    /// <summary>The pushers of a user ("Push Notifications").</summary>
    public const string GetPushers = "getPushers";

    /// <summary>Asks for a mail to register with.</summary>
    public const string RequestTokenToRegisterEmail = "requestTokenToRegisterEmail";

    /// <summary>Asks for a text message to register with.</summary>
    public const string RequestTokenToRegisterMsisdn = "requestTokenToRegisterMSISDN";

    /// <summary>Asks for a mail to set a new password with.</summary>
    public const string RequestTokenToResetPasswordEmail = "requestTokenToResetPasswordEmail";

    /// <summary>Asks for a text message to set a new password with.</summary>
    public const string RequestTokenToResetPasswordMsisdn = "requestTokenToResetPasswordMSISDN";

    /// <summary>Asks for a mail to add an address to an account with.</summary>
    public const string RequestTokenTo3PidEmail = "requestTokenTo3PIDEmail";

    /// <summary>Asks for a text message to add a number to an account with.</summary>
    public const string RequestTokenTo3PidMsisdn = "requestTokenTo3PIDMSISDN";

    /// <summary>"API Standards": every POST and PUT takes a JSON object, even an empty one, except for these, which take an empty
    /// body.</summary>
    public static IReadOnlySet<string> TakeEmptyBody { get; } = new HashSet<string>(StringComparer.Ordinal) { LogOut, LogOutAll };

    /// <summary>Members of requests that only the prose has, by operation, <c>*</c> for any name: <c>type</c> ("Server admin style
    /// permissions" of the Application Service API) and <c>guest_access_token</c> ("Guest Access"), <c>fallback</c> of a fallback key ("Key
    /// algorithms").</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> MembersOfProse { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Register] = ["type", "guest_access_token"],
            [UploadKeys] = ["fallback_keys/*/fallback"],
        };

    /// <summary>The operation whose source documents the challenge of user-interactive authentication; it is the same object
    /// everywhere.</summary>
    public static string DocumentsChallenge => Register;
}
