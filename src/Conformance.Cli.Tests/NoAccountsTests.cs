using System.Text.Json;
using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>A server at which nobody can register is tested as far as that goes.</summary>
public sealed class NoAccountsTests : IDisposable
{
    private readonly TestShell _shell = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Scenarios_without_accounts_run_and_the_others_are_skipped_by_the_need_that_is_missing()
    {
        await using var server =
            await ReferenceHomeserver.StartAsync(new ReferenceServerOptions { RegistrationOpen = false }, CancellationToken.None);

        (await _shell.RunAsync(server.BaseUrl.AbsoluteUri, "--filter", "features/login", "--report", _folder.Path))
            .Should().Be(0, "{0}{1}", _shell.Error, _shell.Output);

        _shell.Error.Should().MatchRegex(
            "^conformance: POST http://[^ ]+/_matrix/client/v3/register answers 403 M_FORBIDDEN: registration is closed and no accounts are "
            + "given; scenarios that need an account are skipped; open registration, or give existing accounts with --accounts\\.\n$");
        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder.Path + "/report.json"));
        var verdicts = report.RootElement.GetProperty("scenarios").EnumerateArray()
            .ToLookup(scenario => scenario.GetProperty("verdict").GetString());
        verdicts.Select(group => group.Key).Should().BeEquivalentTo("pass", "skip");
        _shell.Output.Should().MatchRegex("\n +[1-9][0-9]*  needs open-registration \\(open registration\\)\n");
    }
}
