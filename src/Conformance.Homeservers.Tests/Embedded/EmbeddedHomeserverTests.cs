using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.Profiles;
using Conformance.Spec;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Embedded;

/// <summary>The embedded homeserver as a target.</summary>
public sealed class EmbeddedHomeserverTests
{
    [Fact]
    public async Task It_offers_what_it_has()
    {
        await using var homeserver = new EmbeddedHomeserver(new EmbeddedHomeserverOptions());
        var target = await homeserver.StartAsync(default);
        target.Name.Should().Be("embedded");
        target.SpecVersion.Should().Be(Specification.Embedded.Max());
        target.BaseUrl.Host.Should().Be("127.0.0.1");
        target.IsThrownAway.Should().BeTrue();
        target.Offers.Should().Contain(
            [Need.PasswordLogin, Need.OpenRegistration, Need.RegistrationToken, Need.MultiStageUia, Need.ApplicationService,
                Need.RefreshTokens, Need.LegacyAuthentication])
            .And.BeSubsetOf(Need.All);
    }

    [Fact]
    public async Task A_fault_that_is_not_known_is_told_in_one_line()
    {
        await using var homeserver = new EmbeddedHomeserver(new EmbeddedHomeserverOptions { Faults = ["no-such-fault"] });
        var start = () => homeserver.StartAsync(default);
        (await start.Should().ThrowAsync<TargetException>()).Which.Message.Should().StartWith(
            "the embedded homeserver cannot be started: ").And.NotContain("\n");
    }
}
