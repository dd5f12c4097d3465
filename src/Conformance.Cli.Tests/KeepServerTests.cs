using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>A homeserver that stays when the run has ended: the reference homeserver as a plain process, by a target file.</summary>
public sealed partial class KeepServerTests : IDisposable
{
    private readonly TestShell _shell = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [SkippableTheory]
    [InlineData("--keep-server")]
    [InlineData("--keep-containers")]
    public async Task Its_URL_and_an_account_that_works_are_printed_and_how_to_end_it(string option)
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        _folder.Write("target.yaml", $$$"""
            name: mine
            tree: { command: [dotnet, "{{{Path.Combine(AppContext.BaseDirectory, "conformance.dll")}}}", serve] }
            command: [--port, "{{port}}"]
            """);

        (await _shell.RunAsync(Path.Combine(_folder.Path, "target.yaml"), "--filter", "features/logout", option))
            .Should().Be(0, "{0}{1}", _shell.Error, _shell.Output);

        var told = Told().Match(_shell.Output);
        told.Success.Should().BeTrue("{0}", _shell.Output);
        using var process = Process.GetProcessById(int.Parse(told.Groups["stop"].Value, CultureInfo.InvariantCulture));
        try
        {
            using var client = new HttpClient();
            using var ask = new HttpRequestMessage(HttpMethod.Get, $"{told.Groups["url"].Value}/_matrix/client/v3/account/whoami");
            ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", told.Groups["token"].Value);
            using var answer = await client.SendAsync(ask);
            (await answer.Content.ReadAsStringAsync()).Should().Contain($"\"{told.Groups["user"].Value}\"");
            Directory.Exists(told.Groups["data"].Value).Should().BeTrue();
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            Directory.Delete(told.Groups["data"].Value, recursive: true);
        }
    }

    [GeneratedRegex(
        "\nThe homeserver of the profile default stays at (?<url>http://127\\.0\\.0\\.1:[0-9]+) \\(process (?<id>[0-9]+), data in (?<data>[^ ]+)\\)\\.\n"
        + "  Account   (?<user>@[^ ]+) with the password [^ ]+\n"
        + "  Token     export TOKEN='(?<token>[^']+)'\n"
        + "  End it    kill (?<stop>[0-9]+)\n$")]
    private static partial Regex Told();
}
