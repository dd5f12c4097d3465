namespace Conformance.Homeservers.Targets.Composing;

/// <summary>The names that a template may use.</summary>
internal static class VariableNames
{
    public const string SecretPrefix = "secret.";
    public const string KeyPrefix = "key.";
    public const string Port = "port";
    public const string Bind = "bind";
    public const string BaseUrl = "base_url";
    public const string ServerName = "server_name";
    public const string Data = "data";
    public const string Tree = "tree";
    public const string Localpart = "localpart";
    public const string UserId = "user_id";
    public const string Password = "password";
    public const string Yaml = "yaml";

    /// <summary>What the suite knows about the server.</summary>
    public static IReadOnlyList<string> OfServer { get; } = [Port, Bind, BaseUrl, ServerName, Data, Tree];

    /// <summary>What the companions add.</summary>
    public static IReadOnlyList<string> OfCompanions { get; } =
    [
        "companions.host", "companions.url", "mail.host", "mail.port", "captcha.public-key", "captcha.secret", "captcha.verify-url",
            "cas.url",
        "oidc.issuer", "oidc.client-id", "oidc.client-secret", "identity.url", "identity.name", "appservice.url", "appservice.as-token",
            "appservice.hs-token",
    ];

    /// <summary>What an action of an administrator adds.</summary>
    public static IReadOnlyList<string> OfActions { get; } = [Localpart, UserId, Password, Yaml];

    /// <summary>Every name; the last two stand for families of names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfServer, .. OfCompanions, SecretPrefix + "NAME", KeyPrefix + "NAME"];

    /// <summary>Whether a template may use a name.</summary>
    public static bool IsKnown(string name) =>
        OfServer.Contains(name, StringComparer.Ordinal) || OfCompanions.Contains(name, StringComparer.Ordinal)
        || IsOfFamily(name, SecretPrefix) || IsOfFamily(name, KeyPrefix);

    /// <summary>Whether a name begins with a prefix and continues.</summary>
    public static bool IsOfFamily(string name, string prefix) =>
        name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal);
}
