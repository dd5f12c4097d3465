using System.Net;
using Conformance.ReferenceServer.Configuration;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Many_servers_run_side_by_side_and_know_nothing_of_each_other()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TestHomeserver.StartAsync()));
        try
        {
            var users = await Task.WhenAll(servers.Select(server => server.RegisterAsync(username: "alice")));

            servers.Select(server => server.Server.BaseUrl).Should().OnlyHaveUniqueItems();
            users.Select(user => user.UserId).Should().AllBe("@alice:localhost");
            (await servers[0].WhoAmIAsync(users[1])).Should().Be("401 M_UNKNOWN_TOKEN");
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_stopped_server_does_not_answer()
    {
        var server = await ReferenceHomeserver.StartAsync(new ReferenceServerOptions(), CancellationToken.None);
        await server.DisposeAsync();
        await server.DisposeAsync();
        using var http = new HttpClient();

        var call = () => http.GetAsync(server.BaseUrl);

        await call.Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_clear_line()
    {
        await using var first = await TestHomeserver.StartAsync();
        var port = first.Server.BaseUrl.Port;

        var start = () => ReferenceHomeserver.StartAsync(new ReferenceServerOptions { Port = port }, CancellationToken.None);

        (await start.Should().ThrowAsync<ReferenceServerException>())
            .Which.Message.Should().Be($"Port {port} on 127.0.0.1 is taken; choose another, or 0 for a free one.");
    }

    [Fact]
    public async Task An_address_that_is_not_this_machines_is_one_clear_line()
    {
        var start = () => ReferenceHomeserver.StartAsync(
            new ReferenceServerOptions { Address = IPAddress.Parse("192.0.2.1") }, CancellationToken.None);

        (await start.Should().ThrowAsync<ReferenceServerException>())
            .Which.Message.Should().StartWith("The homeserver cannot listen on 192.0.2.1, port 0: ");
    }

    [Fact]
    public async Task A_number_that_is_no_port_is_one_clear_line()
    {
        var start = () => ReferenceHomeserver.StartAsync(new ReferenceServerOptions { Port = 70000 }, CancellationToken.None);

        (await start.Should().ThrowAsync<ReferenceServerException>())
            .Which.Message.Should().Be("70000 is not a port; choose one from 0 to 65535, 0 for a free one.");
    }

    [Theory]
    [InlineData(
        "m.login.sso",
        "RegistrationFlows names the stage \"m.login.sso\", which cannot be offered there; choose from m.login.dummy, m.login.password, m.login.registration_token, m.login.terms.")]
    [InlineData(null, "RegistrationFlows has no flow, or a flow without a stage; give at least one of each.")]
    public async Task A_registration_flow_that_cannot_be_is_one_clear_line(string? stage, string message)
    {
        var start = () => ReferenceHomeserver.StartAsync(
            new ReferenceServerOptions { RegistrationFlows = [stage is null ? [] : [stage]] }, CancellationToken.None);

        (await start.Should().ThrowAsync<ReferenceServerException>()).Which.Message.Should().Be(message);
    }

    [Fact]
    public async Task Stages_for_registration_are_offered_nowhere_else()
    {
        var start = () => ReferenceHomeserver.StartAsync(
            new ReferenceServerOptions { AuthenticationFlows = [["m.login.terms"]] }, CancellationToken.None);

        (await start.Should().ThrowAsync<ReferenceServerException>()).Which.Message.Should().Be(
            "AuthenticationFlows names the stage \"m.login.terms\", which cannot be offered there; choose from m.login.dummy, m.login.password.");
    }

    [Fact]
    public async Task A_namespace_that_is_no_expression_is_one_clear_line()
    {
        var start = () => ReferenceHomeserver.StartAsync(
            new ReferenceServerOptions { ApplicationService = new() { Token = "t", SenderLocalpart = "bridge", UserNamespace = "@(" } },
                CancellationToken.None);

        (await start.Should().ThrowAsync<ReferenceServerException>())
            .Which.Message.Should().StartWith("The user namespace \"@(\" of the application service is not a usable regular expression: ");
    }

    [Fact]
    public async Task A_registration_token_outside_the_grammar_is_refused_without_being_shown()
    {
        var start = () =>
            ReferenceHomeserver.StartAsync(new ReferenceServerOptions { RegistrationToken = "not good" }, CancellationToken.None);

        (await start.Should().ThrowAsync<ReferenceServerException>())
            .Which.Message.Should().Be(
                "A registration token has another form than the specification gives it; it has 1 to 64 characters of A-Z, a-z, 0-9, and . _ ~ -.");
    }
}
