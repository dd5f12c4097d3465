using System.CommandLine;
using Conformance.Cli.Parsing;
using Conformance.Homeservers.FixedCompanions;

namespace Conformance.Cli.Verbs;

/// <summary><c>companions</c>: what to configure in a homeserver that is to use the suite's own servers.</summary>
internal sealed class CompanionsVerb
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = $"Where they listen, and their secrets; {CompanionsFile.UsualName} by default. It is written if it is not there.",
        DefaultValueFactory = _ => CompanionsFile.UsualName,
    };

    private readonly Option<CompanionsPart> _print = Options.Choice<CompanionsPart>(
        "--print", "WHAT", "What to print: everything, the registration of the application service, or the settings of Synapse");
    private readonly Option<bool> _serve =
        Options.Flag("--serve", "Run them until Ctrl-C, for a homeserver that looks for them when it starts.");
    private readonly Shell _shell;

    public CompanionsVerb(Shell shell)
    {
        _shell = shell;
        Command = new Command(
            "companions", "Say what to configure in a homeserver at a URL so that it uses the suite's own mail server, identity server, captcha, single sign-on and application service.")
        {
            _file,
            _print,
            _serve,
        };
        Command.SetAction(RunAsync);
    }

    /// <summary>The verb.</summary>
    public Command Command { get; }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_file)!;
        if (!File.Exists(path))
        {
            CompanionsFile.WriteNew(path);
            _shell.Error.WriteLine($"conformance: wrote {path}, with new secrets");
        }

        var file = CompanionsFile.Load(path);
        Print(new HomeserverSettings(file), path, parsed.GetValue(_print));
        if (!parsed.GetValue(_serve))
            return ExitCodes.Conforming;
        var servers = new FixedCompanionServers(file);
        await using (servers.ConfigureAwait(false))
        {
            var running = await servers.StartAsync(cancellationToken).ConfigureAwait(false);
            _shell.Error.WriteLine($"conformance: {running.Description}; press Ctrl-C to end them, before the run");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCodes.Conforming;
    }

    private void Print(HomeserverSettings settings, string path, CompanionsPart part)
    {
        var registration = settings.Registration();
        switch (part)
        {
            case CompanionsPart.Registration:
                _shell.Output.Write(registration ?? throw new UsageException(
                    $"{path} does not offer appservice, so that there is no registration", "add it to offers"));
                break;
            case CompanionsPart.Synapse:
                _shell.Output.Write(settings.Synapse("registration.yaml"));
                break;
            default:
                _shell.Output.WriteLine(
                    $"Configure this in the homeserver, then run \"conformance URL --companions {path}\". offers in {path} says what it uses.");
                _shell.Output.WriteLine();
                foreach (var line in settings.Table())
                    _shell.Output.WriteLine(line);
                if (registration is not null)
                    Section("The registration of the application service (--print registration), e.g. as registration.yaml:", registration);
                Section("For Synapse, in homeserver.yaml (--print synapse), with the path of that file:", settings.Synapse("registration.yaml"));
                break;
        }
    }

    private void Section(string title, string text)
    {
        _shell.Output.WriteLine();
        _shell.Output.WriteLine(title);
        _shell.Output.WriteLine();
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            _shell.Output.WriteLine($"    {line}");
    }
}
