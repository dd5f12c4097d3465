using Conformance.ReferenceServer.Faults;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests.Faults;

public sealed class FaultTests
{
    private static readonly RequirementCatalogue Requirements = RequirementCatalogue.LoadEmbedded();
    private static readonly Dictionary<string, FaultProbe> Probes = new[] { DeviceFaultProbes.All, UiaFaultProbes.All, OtherFaultProbes.All, SessionFaultProbes.All, SignOnFaultProbes.All, RegistrationFaultProbes.All, AccountFaultProbes.All, ThirdPartyFaultProbes.All }
        .SelectMany(probes => probes).ToDictionary(probe => probe.Key, probe => probe.Value);

    public static TheoryData<string> Names => [.. FaultCatalogue.All.Select(fault => fault.Name)];

    public static TheoryData<string> Probed => [.. Probes.Keys];

    // Whether the suite sees a fault is what the tests of mutation ask, of every fault.
    [Theory]
    [MemberData(nameof(Probed))]
    public async Task A_fault_changes_what_it_says(string name)
    {
        var probe = Probes[name];
        await using var conforming = await probe.Start(null);
        await using var faulty = await probe.Start(name);

        (await probe.Ask(conforming)).Should().Be(probe.Conforming, "the conforming server does so");
        (await probe.Ask(faulty)).Should().Be(probe.Faulty, "the fault says so");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_names_a_requirement_of_the_catalogue(string name)
    {
        var fault = FaultCatalogue.Find([name]).Single();

        Requirements.TryGet(fault.RequirementId, out _).Should().BeTrue();
        fault.Description.Should().MatchRegex(@"^[A-Z].*\.$");
    }

    [Fact]
    public void Every_requirement_of_devices_and_uia_has_a_fault()
    {
        var violated = FaultCatalogue.All.Select(fault => fault.RequirementId).ToHashSet();

        Requirements.All
            .Where(requirement => requirement.Chapter is "devices" or "user-interactive-auth")
            .Select(requirement => requirement.Id).Should().OnlyContain(id => violated.Contains(id));
    }

    [Fact]
    public void Probes_are_for_faults_that_exist() =>
        Probes.Keys.Should().BeSubsetOf(FaultCatalogue.All.Select(fault => fault.Name));

    [Fact]
    public async Task An_unknown_fault_is_an_error_that_lists_the_faults()
    {
        var start = () => ReferenceHomeserver.StartAsync(new ReferenceServerOptions { Faults = ["no-such"] }, CancellationToken.None);

        (await start.Should().ThrowAsync<ReferenceServerException>()).Which.Message.Should().Be(
            $"There is no fault \"no-such\". Choose from: {string.Join(", ", FaultCatalogue.All.Select(fault => fault.Name))}.");
    }

    [Fact]
    public async Task Two_faults_of_one_part_cannot_be_combined()
    {
        var start = () => ReferenceHomeserver.StartAsync(
            new ReferenceServerOptions { Faults = ["deleted-device-token-survives", "deleted-device-keys-survive"] }, CancellationToken.None);

        (await start.Should().ThrowAsync<ReferenceServerException>()).Which.Message.Should().Be(
            "The fault \"deleted-device-keys-survive\" cannot be combined with another that changes DeviceService too; switch on one of them.");
    }

    [Fact]
    public async Task Faults_of_different_parts_can_be_combined()
    {
        await using var server = await ReferenceHomeserver.StartAsync(
            new ReferenceServerOptions { Faults = ["deleted-device-token-survives", "stages-in-any-order"] }, CancellationToken.None);

        server.BaseUrl.IsLoopback.Should().BeTrue();
    }

    [Fact]
    public async Task A_token_that_survives_the_deletion_of_its_device_is_all_that_survives()
    {
        await using var server = await TestHomeserver.ForProbeAsync("deleted-device-token-survives");
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP", refreshToken: true);
        var tablet = await server.LogInAsync(alice, "TABLET");
        var watch = await server.LogInAsync(alice, "WATCH");
        await KeyTests.UploadAsync(server, laptop);

        await server.AuthenticateAsync("deleteDevice", null, alice, ("deviceId", "LAPTOP"));
        await server.AuthenticateAsync("deleteDevices", new() { ["devices"] = new System.Text.Json.Nodes.JsonArray("TABLET") }, alice);
        await server.CallAsync("logout", token: watch.Token);

        (await server.WhoAmIAsync(laptop)).Should().Be($"{alice.UserId} LAPTOP");
        (await server.DevicesAsync(alice)).Should().Equal("PHONE");
        (await server.CallAsync("getDevice", token: alice.Token, arguments: ("deviceId", "LAPTOP"))).Outcome.Should().Be("404 M_NOT_FOUND");
        (await server.CallAsync("refresh", new { refresh_token = laptop.RefreshToken })).Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
        (await KeyTests.QueryAsync(server, alice, alice.UserId)).Should().BeEmpty();
        (await server.WhoAmIAsync(tablet)).Should().Be("401 M_UNKNOWN_TOKEN");
        (await server.WhoAmIAsync(watch)).Should().Be("401 M_UNKNOWN_TOKEN");
    }
}
