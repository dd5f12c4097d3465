using System.CommandLine;
using Conformance.Cli.Parsing;
using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;
using Conformance.Spec;

namespace Conformance.Cli.Verbs;

/// <summary><c>serve</c>: runs the reference homeserver alone, until Ctrl-C.</summary>
internal sealed class ServeVerb
{
    private readonly Option<int?> _port =
        Options.Number("--port", "N", 0, 65535, "The port to listen on; 0, the default, picks a free one.");
    private readonly Option<SpecVersion?> _version = Options.Version("--spec-version", "Serve this version of the specification.");
    private readonly Option<string[]> _fault = CommonOptions.Faults();
    private readonly Shell _shell;

    public ServeVerb(Shell shell)
    {
        _shell = shell;
        Command = new Command("serve", "Run the reference homeserver alone, in memory, until Ctrl-C.") { _port, _version, _fault };
        Command.SetAction(RunAsync);
    }

    /// <summary>The verb.</summary>
    public Command Command { get; }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var faults = parsed.GetValue(_fault)!;
        FaultNames.Check(faults);
        var options =
            new ReferenceServerOptions { Port = parsed.GetValue(_port) ?? 0, SpecVersion = parsed.GetValue(_version), Faults = faults };
        var homeserver = await ReferenceHomeserver.StartAsync(options, cancellationToken).ConfigureAwait(false);
        await using (homeserver.ConfigureAwait(false))
        {
            _shell.Output.WriteLine(
                $"The reference homeserver {homeserver.ServerName} listens on {homeserver.BaseUrl.AbsoluteUri.TrimEnd('/')}; press Ctrl-C to end it.");
            if (faults.Length > 0)
                _shell.Output.WriteLine($"Faults: {string.Join(", ", faults)}");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCodes.Conforming;
    }
}
