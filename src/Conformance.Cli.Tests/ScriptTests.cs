using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>The scripts of a report show its failures again, on the server that has them and on no other.</summary>
public sealed class ScriptTests : IDisposable
{
    private readonly TestShell _shell = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [SkippableFact]
    public async Task Each_script_ends_well_where_the_fault_is_and_badly_elsewhere()
    {
        Skip.If(PosixShell.WhyNot is not null, PosixShell.WhyNot);
        var options = new ReferenceServerOptions { Faults = ["deleted-device-token-survives"] };
        await using var faulty = await ReferenceHomeserver.StartAsync(options, CancellationToken.None);
        await using var sound = await ReferenceHomeserver.StartAsync(new ReferenceServerOptions(), CancellationToken.None);
        (await _shell.RunAsync(
            faulty.BaseUrl.AbsoluteUri, "--filter", "DEV-14", "--report", _folder.Path)).Should().Be(1, "{0}{1}", _shell.Error, _shell.Output);

        var scripts = Directory.GetFiles(_folder.Path + "/repeat", "*.sh");
        scripts.Should().NotBeEmpty();
        _shell.Output.Should().Contain($"Script    sh {_folder.Path}/repeat/");
        foreach (var script in scripts)
        {
            (await PosixShell.RunAsync(script)).Exit.Should().Be(0, script);
            (await PosixShell.RunAsync(script, sound.BaseUrl.AbsoluteUri.TrimEnd('/'))).Exit.Should().Be(1, script);
        }
    }
}
