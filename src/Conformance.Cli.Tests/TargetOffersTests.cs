using System.Text.Json;
using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>What a target file offers is held against what the server shows, and the other way round.</summary>
public sealed class TargetOffersTests : IDisposable
{
    private readonly TestShell _shell = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_offer_that_is_not_true_is_named_and_what_needs_it_is_skipped()
    {
        (await RunAsync("offers: [password-login, legacy-auth, open-registration, captcha-stub, closed-registration]", "features/registration"))
            .Should().Be(2, "{0}{1}", _shell.Error, _shell.Output);

        _shell.Error.Should().Contain("conformance: the target file of mine offers captcha-stub in the profile default, which is not true: "
            + "POST /_matrix/client/v3/register offers no flow with m.login.recaptcha; remove the offer, or configure the server so that it is "
            + "true.\n");
        _shell.Error.Should().Contain("offers closed-registration in the profile default, which is not true: ");
        _shell.Error.Should().NotContain("offers open-registration");
        Verdicts().Should().BeSubsetOf(["pass", "skip"]);
        _shell.Output.Should().Contain("needs closed-registration (");
    }

    [Fact]
    public async Task What_the_suite_finds_counts_though_the_file_does_not_offer_it()
    {
        (await RunAsync("offers: [password-login, legacy-auth, open-registration]", "features/registration/guests"))
            .Should().Be(0, "{0}{1}", _shell.Error, _shell.Output);

        _shell.Output.Should().NotContain("needs guest");
    }

    [Fact]
    public async Task What_the_file_denies_is_skipped_though_the_server_has_it()
    {
        (await RunAsync("profiles:\n- name: default\n  offers: [password-login, legacy-auth, open-registration]\n  lacks: [guest]",
            "features/registration/guests")).Should().BeOneOf([0, 5], "{0}{1}", _shell.Error, _shell.Output);

        _shell.Output.Should().Contain("needs guest (guest access)");
    }

    private async Task<int> RunAsync(string offers, string filter)
    {
        await using var server = await ReferenceHomeserver.StartAsync(new ReferenceServerOptions(), CancellationToken.None);
        var file = $"{_folder.Path}/target.yaml";
        await File.WriteAllTextAsync(file, $"name: mine\nurl: {server.BaseUrl.AbsoluteUri}\n{offers}\n");
        return await _shell.RunAsync(file, "--filter", filter, "--report", _folder.Path);
    }

    private IEnumerable<string?> Verdicts()
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(_folder.Path + "/report.json"));
        return [.. report.RootElement.GetProperty("scenarios").EnumerateArray().Select(scenario => scenario.GetProperty("verdict").GetString())];
    }
}
