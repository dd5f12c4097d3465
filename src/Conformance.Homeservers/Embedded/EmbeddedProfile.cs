using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.ThreePids;
using Conformance.Spec;

namespace Conformance.Homeservers.Embedded;

/// <summary>One configuration of the embedded homeserver. Its offers follow from its settings, so that the two cannot disagree.</summary>
/// <param name="Name">The name of the profile.</param>
internal sealed record EmbeddedProfile(string Name)
{
    // A scenario that waits for a token to expire must not take longer than this.
    private static readonly TimeSpan ShortLifetime = TimeSpan.FromSeconds(10);

    private static readonly SpecVersion DeviceApi = new(1, 17);

    /// <summary>The flows of registration; empty if it is closed.</summary>
    public IReadOnlyList<IReadOnlyList<StageType>> RegistrationFlows { get; init; } = [[StageType.Dummy]];

    /// <summary>Whether there are companions: mail, text messages, single sign-on.</summary>
    public bool HasCompanions { get; init; } = true;

    /// <summary>Whether identifiers can be validated, by mail and text message.</summary>
    public bool HasContacts { get; init; } = true;

    /// <summary>The only email addresses and phone numbers that are permitted, as regular expressions by medium; null permits
    /// all.</summary>
    public IReadOnlyDictionary<Medium, string>? Permitted { get; init; }

    /// <summary>Whether guests are allowed.</summary>
    public bool HasGuests { get; init; } = true;

    /// <summary>Whether the legacy authentication API is served; if not, an authorisation server is named.</summary>
    public bool HasLegacyApi { get; init; } = true;

    /// <summary>The lifetime of access tokens that can be refreshed.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The lifetime of login tokens; two minutes, as the specification recommends.</summary>
    public TimeSpan LoginTokenLifetime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether it meets <see cref="Need.SpecialConfiguration"/>.</summary>
    public bool IsSpecial { get; init; }

    /// <summary>The needs that the server meets.</summary>
    /// <param name="version">The version that is served.</param>
    public IReadOnlySet<Need> Offers(SpecVersion version)
    {
        var offers = new HashSet<Need> { Need.ApplicationService, Need.EncryptionKeys };
        AddIf(offers, version >= DeviceApi, Need.ApplicationServiceDevices);
        AddIf(offers, IsSpecial, Need.SpecialConfiguration);
        if (!HasLegacyApi)
        {
            offers.Add(Need.OAuthOnly);
            return offers;
        }

        // No page of the server needs a script, so that a walk through them does what a browser would.
        offers.UnionWith([Need.LegacyAuthentication, Need.PasswordLogin, Need.RefreshTokens, Need.LoginToken, Need.Browser, Need.Pushers]);

        // A scenario about a stage attempts it first, and stages have an order here. So only the first stage of each flow can be offered.
        offers.UnionWith(RegistrationFlows.Select(flow => StageNeeds.Of(flow[0])).OfType<Need>());
        AddIf(offers, RegistrationFlows.Any(flow => flow.Count > 1), Need.MultiStageUia);
        offers.Add(RegistrationFlows.Count > 0 ? Need.OpenRegistration : Need.ClosedRegistration);
        AddIf(offers, HasGuests, Need.GuestAccess);
        AddIf(offers, AccessTokenLifetime <= ShortLifetime, Need.ShortTokenLifetime);
        AddIf(offers, HasCompanions, Need.SsoProvider);
        AddIf(offers, HasCompanions && HasContacts, Need.EmailSink, Need.SmsSink, Need.IdentityServer);
        return offers;
    }

    private static void AddIf(HashSet<Need> offers, bool condition, params ReadOnlySpan<Need> needs)
    {
        if (!condition)
            return;
        foreach (var need in needs)
            offers.Add(need);
    }
}
