namespace Conformance.Matrix.Redaction;

/// <summary>Which JSON members, query parameters and header fields hold secrets, and what each kind is called.</summary>
internal static class SecretNames
{
    private static readonly Dictionary<string, SecretKind> Members = new(StringComparer.OrdinalIgnoreCase)
    {
        ["access_token"] = SecretKind.AccessToken,
        ["guest_access_token"] = SecretKind.GuestToken,
        ["id_access_token"] = SecretKind.IdentityToken,
        ["as_token"] = SecretKind.ServiceToken,
        ["hs_token"] = SecretKind.HomeserverToken,
        ["refresh_token"] = SecretKind.RefreshToken,
        ["login_token"] = SecretKind.LoginToken,
        ["loginToken"] = SecretKind.LoginToken,
        ["token"] = SecretKind.RegistrationToken,
        ["password"] = SecretKind.Password,
        ["new_password"] = SecretKind.NewPassword,
        ["old_password"] = SecretKind.Password,
        ["session"] = SecretKind.UiaSession,
        ["client_secret"] = SecretKind.ClientSecret,
        ["sid"] = SecretKind.ValidationSession,
        ["ticket"] = SecretKind.Ticket,
        ["mac"] = SecretKind.Secret,
    };

    private static readonly Dictionary<string, SecretKind> HeaderFields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Authorization"] = SecretKind.AccessToken,
        ["Proxy-Authorization"] = SecretKind.Secret,
        ["Cookie"] = SecretKind.Cookie,
        ["Set-Cookie"] = SecretKind.Cookie,
    };

    /// <summary>Whether a JSON member, a query parameter or a form field of this name holds a secret.</summary>
    public static bool TryMember(string name, out SecretKind kind) => Members.TryGetValue(name, out kind);

    /// <summary>Whether a header field of this name holds a secret.</summary>
    public static bool TryHeader(string name, out SecretKind kind) => HeaderFields.TryGetValue(name, out kind);

    /// <summary>The names of all such members.</summary>
    public static IEnumerable<string> MemberNames => Members.Keys;

    /// <summary>What stands in place of a secret in text for people: <c>&lt;access token&gt;</c>.</summary>
    public static string Mask(SecretKind kind) => kind switch
    {
        SecretKind.AccessToken => "<access token>",
        SecretKind.GuestToken => "<guest token>",
        SecretKind.ServiceToken => "<service token>",
        SecretKind.HomeserverToken => "<homeserver token>",
        SecretKind.IdentityToken => "<identity token>",
        SecretKind.RefreshToken => "<refresh token>",
        SecretKind.LoginToken => "<login token>",
        SecretKind.RegistrationToken => "<token>",
        SecretKind.Password => "<password>",
        SecretKind.NewPassword => "<new password>",
        SecretKind.UiaSession => "<session>",
        SecretKind.ClientSecret => "<client secret>",
        SecretKind.ValidationSession => "<sid>",
        SecretKind.Ticket => "<ticket>",
        SecretKind.Cookie => "<cookie>",
        _ => "<secret>",
    };

    /// <summary>The shell variable that stands in place of a secret in a curl line: <c>TOKEN</c>.</summary>
    public static string Variable(SecretKind kind) => kind switch
    {
        SecretKind.AccessToken => "TOKEN",
        SecretKind.GuestToken => "GUEST_TOKEN",
        SecretKind.ServiceToken => "AS_TOKEN",
        SecretKind.HomeserverToken => "HS_TOKEN",
        SecretKind.IdentityToken => "ID_ACCESS_TOKEN",
        SecretKind.RefreshToken => "REFRESH_TOKEN",
        SecretKind.LoginToken => "LOGIN_TOKEN",
        SecretKind.RegistrationToken => "REGISTRATION_TOKEN",
        SecretKind.Password => "PASSWORD",
        SecretKind.NewPassword => "NEW_PASSWORD",
        SecretKind.UiaSession => "UIA_SESSION",
        SecretKind.ClientSecret => "CLIENT_SECRET",
        SecretKind.ValidationSession => "SID",
        SecretKind.Ticket => "CAS_TICKET",
        SecretKind.Cookie => "COOKIE",
        _ => "SECRET",
    };
}
