using System.Diagnostics;
using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Embedded;

/// <summary>The profiles of the embedded homeserver.</summary>
public sealed class EmbeddedSourceTests
{
    // What a survey cannot see from outside.
    private static readonly Need[] Undiscoverable =
        [Need.ApplicationService, Need.ApplicationServiceDevices, Need.Browser, Need.Captcha, Need.EmailSink, Need.IdentityServer,
            Need.SpecialConfiguration, Need.SmsSink, Need.SsoProvider, Need.RegistrationToken];

    // What the specification wants of servers and this one does not have: the OAuth 2.0 API, administration, rooms; and what other chapters
    // than those of issue 5 need.
    private static readonly Need[] Missing =
        [Need.Accounts, Need.AdministrationApi, Need.Limits, Need.OAuth, Need.OAuthLogin, Need.RateLimits, Need.Rooms,
            Need.SecondAdministrator, Need.Version, Need.WellKnown];

    public static TheoryData<string> Profiles
    {
        get
        {
            var source = new EmbeddedSource(new EmbeddedHomeserverOptions());
            return [.. source.Profiles.Select(profile => profile.Name)];
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_profile_offers_what_a_survey_finds(string name)
    {
        await using var source = new EmbeddedSource(new EmbeddedHomeserverOptions());
        var profile = source.Profiles.Single(profile => profile.Name == name);
        await using var homeserver = profile.Create();
        var target = await homeserver.StartAsync(default);

        target.Offers.Should().BeEquivalentTo(profile.Offers).And.BeSubsetOf(Need.All);
        if (await SurveyAsync(target) is { } surveyed)
        {
            // A survey sees the terms behind another stage too, where a scenario cannot begin with them.
            surveyed.Offers.Except([Need.Terms]).Should().BeSubsetOf(target.Offers);
            target.Offers.Except(surveyed.Offers).Should().BeSubsetOf(Undiscoverable);
            surveyed.ClaimedVersions.Should().Equal(target.ClaimedVersions);
            surveyed.SpecVersion.Should().Be(target.SpecVersion);
        }
    }

    [Fact]
    public void Together_they_offer_all_that_the_chapters_need_but_what_the_server_does_not_have()
    {
        var offered = new EmbeddedSource(new EmbeddedHomeserverOptions()).Profiles.SelectMany(profile => profile.Offers!);

        Need.All.Except(offered).Should().BeEquivalentTo(Missing);
    }

    [Fact]
    public async Task All_of_them_start_in_no_time()
    {
        await using var source = new EmbeddedSource(new EmbeddedHomeserverOptions());
        await using var first = source.Profiles[0].Create();
        await first.StartAsync(default);

        var started = Stopwatch.GetTimestamp();
        foreach (var profile in source.Profiles)
        {
            await using var homeserver = profile.Create();
            await homeserver.StartAsync(default);
        }

        // Measured: some 60 ms. The limit leaves room for a busy machine, and none for a survey or a wait.
        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_version_before_the_device_API_of_application_services_does_not_offer_it()
    {
        await using var source = new EmbeddedSource(new EmbeddedHomeserverOptions { SpecVersion = new SpecVersion(1, 16) });

        source.Profiles.Should().AllSatisfy(profile =>
            profile.Offers.Should().Contain(Need.ApplicationService).And.NotContain(Need.ApplicationServiceDevices));
    }

    [Fact]
    public async Task A_fault_is_in_every_profile()
    {
        await using var source = new EmbeddedSource(new EmbeddedHomeserverOptions { Faults = ["no-such-fault"] });
        foreach (var profile in source.Profiles)
        {
            await using var homeserver = profile.Create();
            var start = () => homeserver.StartAsync(default);
            (await start.Should().ThrowAsync<TargetException>()).Which.Message.Should().StartWith(
                "the embedded homeserver cannot be started: there is no fault \"no-such-fault\"; choose from ");
        }
    }

    private static async Task<Target?> SurveyAsync(Target target)
    {
        await using var url = new UrlHomeserver(target.BaseUrl,
            new UrlHomeserverOptions { RegistrationToken = target.RegistrationToken, Accounts = target.ReadyAccounts });
        try
        {
            // Without the companions, and without the legacy API, nobody gets in.
            return await url.StartAsync(default) is { MissingAccounts: null } surveyed ? surveyed : null;
        }
        catch (TargetException exception)
            when (exception.Message.Contains("which the suite cannot complete", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
