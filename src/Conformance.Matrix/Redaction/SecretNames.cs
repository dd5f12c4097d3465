namespace Conformance.Matrix.Redaction;

/// <summary>Which JSON members, query parameters and header fields hold secrets, and what each kind is called.</summary>
internal static class SecretNames
{
    private static readonly Dictionary<string, SecretKind> Members = new(StringComparer.OrdinalIgnoreCase)
    {
        ["access_token"] = SecretKind.AccessToken,
        ["guest_access_token"] = SecretKind.AccessToken,
        ["id_access_token"] = SecretKind.AccessToken,
        ["as_token"] = SecretKind.AccessToken,
        ["hs_token"] = SecretKind.AccessToken,
        ["refresh_token"] = SecretKind.RefreshToken,
        ["login_token"] = SecretKind.LoginToken,
        ["loginToken"] = SecretKind.LoginToken,
        ["token"] = SecretKind.RegistrationToken,
        ["password"] = SecretKind.Password,
        ["new_password"] = SecretKind.Password,
        ["old_password"] = SecretKind.Password,
        ["session"] = SecretKind.UiaSession,
        ["client_secret"] = SecretKind.ClientSecret,
        ["sid"] = SecretKind.ClientSecret,
        ["ticket"] = SecretKind.LoginToken,
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
        SecretKind.RefreshToken => "<refresh token>",
        SecretKind.LoginToken => "<login token>",
        SecretKind.RegistrationToken => "<token>",
        SecretKind.Password => "<password>",
        SecretKind.UiaSession => "<session>",
        SecretKind.ClientSecret => "<client secret>",
        SecretKind.Cookie => "<cookie>",
        _ => "<secret>",
    };

    /// <summary>The shell variable that stands in place of a secret in a curl line: <c>TOKEN</c>.</summary>
    public static string Variable(SecretKind kind) => kind switch
    {
        SecretKind.AccessToken => "TOKEN",
        SecretKind.RefreshToken => "REFRESH_TOKEN",
        SecretKind.LoginToken => "LOGIN_TOKEN",
        SecretKind.RegistrationToken => "REGISTRATION_TOKEN",
        SecretKind.Password => "PASSWORD",
        SecretKind.UiaSession => "UIA_SESSION",
        SecretKind.ClientSecret => "CLIENT_SECRET",
        SecretKind.Cookie => "COOKIE",
        _ => "SECRET",
    };
}
