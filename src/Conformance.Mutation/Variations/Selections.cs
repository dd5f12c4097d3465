namespace Conformance.Mutation.Variations;

/// <summary>
/// Parts of the suite that a variation can affect, as texts in files and titles. The whole suite runs against the combined variations.
/// </summary>
internal static class Selections
{
    /// <summary>Every kind of answer: success, challenge, refusal.</summary>
    public static IReadOnlyList<string> EveryKind { get; } =
        ["features/devices/", "features/whoami/", "features/user-interactive-auth/challenge", "features/login/password"];

    /// <summary>Where device ids are made and used.</summary>
    public static IReadOnlyList<string> Devices { get; } = ["device", "features/logout/"];

    /// <summary>Where tokens are made and used.</summary>
    public static IReadOnlyList<string> Tokens { get; } = ["token", "features/logout/"];

    /// <summary>User-interactive authentication.</summary>
    public static IReadOnlyList<string> Stages { get; } =
        ["features/user-interactive-auth", "features/api-standards/", "features/registration/"];

    /// <summary>Third-party identifiers and their validation.</summary>
    public static IReadOnlyList<string> ThreePids { get; } = ["3pid", "features/request-token/", "third-party", "identifiers"];

    /// <summary>Where user ids are looked at.</summary>
    public static IReadOnlyList<string> Users { get; } =
    [
        "features/registration/", "features/login/", "features/whoami/", "features/appservice/", "features/contact-3pid/", "features/sso/",
    ];
}
