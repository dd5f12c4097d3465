using Conformance.Spec;

namespace Conformance.Homeservers.Embedded;

/// <summary>One configuration of the embedded homeserver. What it offers follows from it, so that the two cannot disagree.</summary>
/// <param name="Name">The name of the profile.</param>
internal sealed record EmbeddedProfile(string Name)
{
    // A scenario that waits for a token to expire must not take longer than this.
    private static readonly TimeSpan ShortLifetime = TimeSpan.FromSeconds(10);

    private static readonly SpecVersion DeviceApi = new(1, 17);

    private static readonly Dictionary<string, string> NeedsOfStages = new(StringComparer.Ordinal)
    {
        ["m.login.registration_token"] = "registration-token",
        ["m.login.terms"] = "terms-config",
        ["m.login.recaptcha"] = "captcha-stub",
        ["m.login.email.identity"] = "email-uia",
        ["m.login.msisdn"] = "sms-uia",
    };

    /// <summary>The flows of registration; empty where it is closed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> RegistrationFlows { get; init; } = [["m.login.dummy"]];

    /// <summary>Whether the companions stand ready: mail, text messages, single sign-on.</summary>
    public bool HasCompanions { get; init; } = true;

    /// <summary>Whether identifiers can be validated, by mail and text message.</summary>
    public bool HasContacts { get; init; } = true;

    /// <summary>The only email addresses and phone numbers that are permitted, as regular expressions by medium; null permits all.</summary>
    public IReadOnlyDictionary<string, string>? Permitted { get; init; }

    /// <summary>Whether guests are let in.</summary>
    public bool HasGuests { get; init; } = true;

    /// <summary>Whether the legacy authentication API is served; if not, an authorisation server is named.</summary>
    public bool HasLegacyApi { get; init; } = true;

    /// <summary>How long access tokens live that can be refreshed.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long login tokens live; two minutes, as the specification recommends.</summary>
    public TimeSpan LoginTokenLifetime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether it is what a requirement means by a special configuration.</summary>
    public bool IsSpecial { get; init; }

    /// <summary>The needs that it meets.</summary>
    /// <param name="version">The version that is served.</param>
    public IReadOnlySet<string> Offers(SpecVersion version)
    {
        var offers = new SortedSet<string>(StringComparer.Ordinal) { "appservice", "e2ee-keys" };
        AddIf(offers, version >= DeviceApi, "appservice-device-api");
        AddIf(offers, IsSpecial, Needs.SpecialConfiguration);
        if (!HasLegacyApi)
        {
            offers.Add("oauth-only");
            return offers;
        }

        // No page of the server needs a script, so that a walk through them does what a browser would.
        offers.UnionWith(["legacy-auth", "password-login", "refresh-tokens", "login-token", "browser", "pushers"]);

        // A scenario about a stage answers it at once: stages have an order here.
        offers.UnionWith(RegistrationFlows.Select(flow => flow[0]).Where(NeedsOfStages.ContainsKey).Select(stage => NeedsOfStages[stage]));
        AddIf(offers, RegistrationFlows.Any(flow => flow.Count > 1), "uia-multi-stage");
        offers.Add(RegistrationFlows.Count > 0 ? "open-registration" : "closed-registration");
        AddIf(offers, HasGuests, "guest");
        AddIf(offers, AccessTokenLifetime <= ShortLifetime, "short-token-lifetime");
        AddIf(offers, HasCompanions, "sso-idp");
        AddIf(offers, HasCompanions && HasContacts, "email-sink", "sms-sink", "identity-server-stub");
        return offers;
    }

    private static void AddIf(SortedSet<string> offers, bool condition, params ReadOnlySpan<string> needs)
    {
        if (!condition)
            return;
        foreach (var need in needs)
            offers.Add(need);
    }
}
