using System.Globalization;
using System.Net;
using System.Text;
using Conformance.Matrix.Calls;
using FluentAssertions;
using Xunit;

namespace Conformance.Companions.Tests;

/// <summary>The companions say where they are, and complain where they cannot be.</summary>
public sealed class CompanionServersTests
{
    [Fact]
    public async Task Configurations_are_told_where_the_companions_are()
    {
        await using var servers = await CompanionServers.StartAsync(new CompanionOptions { Host = "host.example.org" }, default);
        var port = servers.HttpUrl.Port;
        servers.HttpUrl.Should().Be(new Uri($"http://host.example.org:{port}"));
        servers.Variables.Should().Contain(new Dictionary<string, string>
        {
            ["companions.host"] = "host.example.org",
            ["companions.url"] = $"http://host.example.org:{port}",
            ["mail.host"] = "host.example.org",
            ["mail.port"] = servers.MailPort.ToString(CultureInfo.InvariantCulture),
            ["cas.url"] = $"http://host.example.org:{port}/cas",
            ["oidc.issuer"] = $"http://host.example.org:{port}/oidc",
            ["identity.url"] = $"http://host.example.org:{port}",
            ["appservice.url"] = $"http://host.example.org:{port}",
        });
        servers.Variables.Keys.Should().Contain(["captcha.public-key", "captcha.secret", "appservice.as-token", "appservice.hs-token"]);
        servers.Description.Should().Be($"companions at http://host.example.org:{port}, mail at host.example.org:{servers.MailPort}");
        var page = new Uri($"http://host.example.org:{port}/cas/login?service=x");
        servers.Set.Has(page).Should().BeTrue();
        servers.Set.Reach(page)
            .Should().Be(new Uri($"http://127.0.0.1:{port}/cas/login?service=x"), "the name is known inside a container alone");
    }

    [Fact]
    public async Task A_companion_that_this_machine_reaches_by_its_own_address_is_asked_there()
    {
        await using var servers = await CompanionServers.StartAsync(new CompanionOptions(), default);
        var page = new Uri(servers.HttpUrl, "/cas/login");
        servers.Set.Reach(page).Should().Be(page);
        servers.Set.Has(new Uri("http://127.0.0.1:1/cas/login")).Should().BeFalse();
    }

    [Fact]
    public async Task What_a_homeserver_asks_by_an_API_of_the_specification_is_kept_and_what_the_suite_asks_is_not()
    {
        await using var servers = await CompanionServers.StartAsync(new CompanionOptions(), default);
        using var http = new HttpClient();
        await AskAsync(HttpMethod.Post, "/_matrix/identity/v2/3pid/bind", """{"sid":5}""");
        await AskAsync(HttpMethod.Get, "/_matrix/app/v1/users/@a%2Fb%3Aexample.org?access_token=a%20b", null);
        await AskAsync(HttpMethod.Post, "/siteverify", "");
        http.DefaultRequestHeaders.UserAgent.ParseAdd(MatrixClient.UserAgent);
        await AskAsync(HttpMethod.Post, "/_matrix/identity/v2/3pid/bind", "{}");

        servers.Set.Requests!.All
            .Select(request => $"{request.Api} {request.Method} {request.Path} {string.Join('&', request.Query)} {Text(request.Body)}")
            .Should().Equal(
                """identity POST /_matrix/identity/v2/3pid/bind  {"sid":5}""",
                "application-service GET /_matrix/app/v1/users/@a%2Fb:example.org [access_token, a b] ");

        static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

        async Task AskAsync(HttpMethod method, string path, string? body)
        {
            using var request = new HttpRequestMessage(method, new Uri(servers.HttpUrl, path));
            request.Content = body is null ? null : new StringContent(body);
            using var answer = await http.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line_that_says_what_to_do()
    {
        await using var first = await CompanionServers.StartAsync(new CompanionOptions(), default);
        var start = () => CompanionServers.StartAsync(new CompanionOptions { HttpPort = first.HttpUrl.Port }, default);
        (await start.Should().ThrowAsync<CompanionException>()).Which.Message
            .Should().StartWith($"the companions cannot listen on 127.0.0.1 (HTTP port {first.HttpUrl.Port}, mail port 0): ")
            .And.EndWith("; choose another address or port, 0 for a free one.").And.NotContain("\n");
        var mail = () => CompanionServers.StartAsync(new CompanionOptions { MailPort = first.MailPort }, default);
        (await mail.Should().ThrowAsync<CompanionException>()).Which.Message.Should().StartWith(
            $"the companions cannot listen on 127.0.0.1 (HTTP port 0, mail port {first.MailPort}): ");
        var nowhere = () => CompanionServers.StartAsync(new CompanionOptions { Address = IPAddress.Parse("192.0.2.1") }, default);
        await nowhere.Should().ThrowAsync<CompanionException>();
    }
}
