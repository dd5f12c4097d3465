using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Http;
using Conformance.Spec.Loading;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Conformance.ReferenceServer.Tests.Faults;

public sealed class FaultTests
{
    private static readonly RequirementCatalogue Requirements = RequirementCatalogue.LoadEmbedded();

    public static TheoryData<string> Names => [.. FaultCatalogue.All.Select(fault => fault.Name)];

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
    public async Task An_unknown_fault_is_an_error_that_lists_the_faults()
    {
        var start = () => ReferenceHomeserver.StartAsync(new ReferenceServerOptions { Faults = ["no-such"] }, CancellationToken.None);

        (await start.Should().ThrowAsync<ReferenceServerException>()).Which.Message.Should().Be(
            $"there is no fault \"no-such\"; choose from {string.Join(", ", FaultCatalogue.All.Select(fault => fault.Name))}.");
    }

    [Fact]
    public void The_names_are_kebab_case_and_differ()
    {
        var names = FaultCatalogue.All.Select(fault => fault.Name).ToList();

        names.Should().OnlyHaveUniqueItems();
        names.Should().OnlyContain(name => Regex.IsMatch(name, "^[a-z0-9]+(-[a-z0-9]+)*$"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_shows_somewhere(string name) => FaultCatalogue.Find([name]).Single().Touches.Should().NotBeEmpty();

    [Fact]
    public void The_operations_that_faults_change_are_served()
    {
        var calls = new Regex("^([^.* ]+)( .+)?$");
        var options = new ReferenceServerOptions
        {
            OAuthIssuer = new Uri("https://oauth.example.org"),
            SingleSignOn = new SingleSignOnProvider { CasUrl = new Uri("https://cas.example.org") },
        };
        using var services = Services.Build(options, TestHomeserver.Specification.Operations, TestHomeserver.Specification.Version);

        var changed = FaultCatalogue.All.SelectMany(fault => fault.Touches).Select(touch => calls.Match(touch))
            .Where(match => match.Success);

        changed.Select(match => match.Groups[1].Value).Should().BeSubsetOf(
            services.GetServices<IRouteSource>().SelectMany(source => source.Routes).Select(route => route.OperationId));
    }

    [Fact]
    public async Task Nothing_is_touched_before_a_request()
    {
        var touched = new ConcurrentQueue<string>();
        await using var server = await TestHomeserver.StartAsync(_ => new ReferenceServerOptions
        {
            Touched = touched.Enqueue,
            Accounts = [new PresetAccount("ready", "secret")],
            ApplicationService =
                new ApplicationServiceRegistration { Token = "as-token", SenderLocalpart = "bridge", UserNamespace = "@_irc_.*" },
        });
        touched.Should().BeEmpty();

        await server.CallAsync("getTokenOwner", token: "unknown");
        await server.CallAsync("getLoginFlows");

        touched.Should().Equal("* M_UNKNOWN_TOKEN", "getLoginFlows", "getLoginFlows 200");
    }

    [Fact]
    public async Task A_rule_that_is_read_is_told()
    {
        var touched = new ConcurrentQueue<string>();
        await using var server = await TestHomeserver.StartAsync(_ => new ReferenceServerOptions { Touched = touched.Enqueue });
        var alice = await server.RegisterAsync();
        touched.Clear();

        await server.CallAsync("logout", token: alice.Token);

        touched.Should().Equal(
            "logout", "DeviceRules.LoggedOutOwners", "DeviceRules.LoggedOut", "DeviceRules.Logout", "TokenRules.AccessTokenEnds",
            "logout 200");
    }

    [Fact]
    public async Task Faults_add_up()
    {
        await using var server = await TestHomeserver.StartAsync(_ =>
            new ReferenceServerOptions { Faults = ["everybody-is-a-guest", "token-owner-has-no-device"] });
        var alice = await server.RegisterAsync();

        var answer = await server.CallAsync("getTokenOwner", token: alice.Token);

        answer.Json.GetProperty("is_guest").GetBoolean().Should().BeTrue();
        answer.Json.TryGetProperty("device_id", out _).Should().BeFalse();
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
