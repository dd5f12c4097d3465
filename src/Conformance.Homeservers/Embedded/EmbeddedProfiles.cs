using Conformance.Matrix.Exchanges;
using Conformance.Matrix.ThreePids;

namespace Conformance.Homeservers.Embedded;

/// <summary>
/// The configurations of the embedded homeserver: the first offers as much as possible, the others what excludes something of the first.
/// </summary>
internal static class EmbeddedProfiles
{
    private static readonly IReadOnlyList<IReadOnlyList<StageType>> Open =
        [[StageType.Dummy], [StageType.RegistrationToken, StageType.Terms]];

    /// <summary>The homeserver by itself, without companions.</summary>
    public static EmbeddedProfile Alone { get; } = new("default") { RegistrationFlows = Open, HasCompanions = false };

    /// <summary>Every profile; a scenario gets the first that meets its needs.</summary>
    public static IReadOnlyList<EmbeddedProfile> All { get; } =
    [
        new("default") { RegistrationFlows = Open },

        // Long enough for what a scenario does before the token expires, on a busy machine too.
        new("short-tokens") { AccessTokenLifetime = TimeSpan.FromSeconds(3), LoginTokenLifetime = TimeSpan.FromSeconds(3) },
        new("email") { RegistrationFlows = [[StageType.EmailIdentity]] },
        new("sms") { RegistrationFlows = [[StageType.Msisdn]] },
        new("captcha") { RegistrationFlows = [[StageType.Recaptcha, StageType.Terms], [StageType.Terms, StageType.Recaptcha]] },
        new("no-contacts") { HasContacts = false, HasGuests = false, IsSpecial = true },

        // None of the addresses that the suite makes up.
        new("few-contacts")
        {
            Permitted = new Dictionary<Medium, string> { [Medium.Email] = @".*@permitted\.example\.org", [Medium.Phone] = "44.*" },
            HasGuests = false,
            IsSpecial = true,
        },
        new("closed") { RegistrationFlows = [], HasGuests = false },
        new("oauth-only") { RegistrationFlows = [], HasGuests = false, HasLegacyApi = false },
    ];
}
