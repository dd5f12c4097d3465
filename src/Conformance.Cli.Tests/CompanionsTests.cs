using System.Text.RegularExpressions;
using Conformance.Companions;
using Conformance.Homeservers.FixedCompanions;
using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>A server at a URL that uses the suite's own servers, and one that does not.</summary>
public sealed partial class CompanionsTests : IDisposable
{
    private readonly TestShell _shell = new();
    private readonly TemporaryFolder _folder = new();

    private string Companions => Path.Combine(_folder.Path, "companions.yaml");

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_verb_makes_a_file_once_and_says_what_to_configure()
    {
        (await _shell.RunAsync("companions", Companions)).Should().Be(0, "{0}", _shell.Error);
        _shell.Error.Should().Be($"conformance: wrote {Companions}, with new secrets\n");
        var token = CompanionsFile.Load(Companions).Secrets.ApplicationServiceToken;
        _shell.Output.Should().StartWith($"Configure this in the homeserver, then run \"conformance URL --companions {Companions}\".")
            .And.Contain("\nMail                 SMTP at 127.0.0.1:18025").And.Contain($"\n    as_token: '{token}'\n")
            .And.EndWith("\n    app_service_config_files: [registration.yaml]\n");

        using var again = new TestShell();
        (await again.RunAsync("companions", Companions, "--print", "registration")).Should().Be(0, "{0}", again.Error);
        again.Error.Should().BeEmpty();
        again.Output.Should().StartWith("id: conformance\n").And.Contain($"\nas_token: '{token}'\n");
    }

    [Fact]
    public async Task The_verb_complains_of_a_file_that_is_wrong()
    {
        _folder.Write("companions.yaml", "http-port: x\n");

        (await _shell.RunAsync("companions", Companions)).Should().Be(2);

        _shell.Error.Should().StartWith($"{Companions}:1: a port must be a whole number from 1 to 65535\n");
        _shell.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_has_been_set_up_for_them_is_tested_with_them()
    {
        CompanionsFile.WriteNew(Companions);
        var text = await File.ReadAllTextAsync(Companions);
        await File.WriteAllTextAsync(
            Companions, text.Replace("18090", $"{FreePort()}", StringComparison.Ordinal).Replace("18025", $"{FreePort()}", StringComparison.Ordinal));
        await using var server = await StartAsync(CompanionsFile.Load(Companions));

        (await _shell.RunAsync(server.BaseUrl.AbsoluteUri, "--companions", Companions, "--filter", "features/appservice", "--filter", "features/sso"))
            .Should().Be(0, "{0}{1}", _shell.Error, _shell.Output);

        _shell.Output.Should().NotContain("needs appservice ").And.NotContain("needs sso-idp").And.NotContain("\"conformance companions\"");
        _shell.Output.Should().NotContain(CompanionsFile.Load(Companions).Secrets.ApplicationServiceToken);
    }

    [Fact]
    public async Task A_run_without_them_says_what_it_misses()
    {
        await using var server = await StartAsync(null);

        await _shell.RunAsync(server.BaseUrl.AbsoluteUri, "--filter", "features/appservice", "--filter", "features/logout");

        var advice = Advice().Match(_shell.Output);
        advice.Success.Should().BeTrue("{0}", _shell.Output);
        int.Parse(advice.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture).Should().BePositive();
        _shell.Output.TrimEnd().Split('\n')[^1].Should().Contain(" passed, ", "the counts stay last");
    }

    private static Task<ReferenceHomeserver> StartAsync(CompanionsFile? companions)
    {
        if (companions is null)
            return ReferenceHomeserver.StartAsync(new ReferenceServerOptions(), CancellationToken.None);
        var url = $"http://127.0.0.1:{companions.HttpPort}";
        return ReferenceHomeserver.StartAsync(
            new ReferenceServerOptions
            {
                AuthenticationFlows = [["m.login.password"], ["m.login.sso"]],
                SingleSignOn = new SingleSignOnProvider { CasUrl = new Uri(CompanionServers.CasUrl(url)) },
                ApplicationService = new ApplicationServiceRegistration
                {
                    Id = "bridge",
                    Url = new Uri(url),
                    Token = companions.Secrets.ApplicationServiceToken,
                    HomeserverToken = companions.Secrets.HomeserverToken,
                    SenderLocalpart = "bridge_sender",
                    UserNamespace = "@bridge_.*",
                    SharedUserNamespace = "@commons_.*",
                },
            },
            CancellationToken.None);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(
        "\nSkipped       ([0-9]+) scenarios were skipped for lack of mail, text messages, single sign-on or an application service; "
        + "\"conformance companions\" says how the server can use the suite's own\n")]
    private static partial Regex Advice();
}
