using System.CommandLine;
using Conformance.Cli.Parsing;
using Conformance.Cli.Running;
using Conformance.Homeservers.FixedCompanions;
using Conformance.Homeservers.Targets;
using Conformance.Homeservers.Targets.Reading;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Cli.Verbs;

/// <summary><c>run</c>, the default verb: runs scenarios against a homeserver.</summary>
internal sealed class RunVerb
{
    private readonly Argument<string?> _target = new("TARGET")
    {
        Description = $"The URL of a homeserver; a target file (docs/target-file.md); {string.Join(", ", TargetFiles.BuiltInNames)} in containers; or embedded (the default), the reference homeserver.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _profile =
        Options.Texts("--profile", "NAME", "Use only this profile of TARGET, and skip the scenarios that need another.");
    private readonly Option<string?> _image =
        Options.Text("--image", "IMAGE", "Start containers from this image in place of TARGET's own.");
    private readonly Option<TargetRuntime> _runtime = Options.Choice<TargetRuntime>(
        "--runtime", "HOW", "How to run TARGET's homeservers: in containers, or as plain processes from an unpacked file tree");
    private readonly Option<string?> _tree = Options.Text("--tree", "DIR", "The unpacked file tree of the homeserver, for --runtime tree.");
    private readonly Option<bool> _keepServer = Options.Flag(
        "--keep-server", "Let TARGET's homeservers run on after the run, and print their URLs, an account with a token, and how to end them.");

    // The earlier name.
    private readonly Option<bool> _keepContainers = new("--keep-containers") { Hidden = true, Arity = ArgumentArity.Zero };
    private readonly Option<string?> _companions = new("--companions")
    {
        Description =
            $"Let the server at TARGET's URL use the suite's own mail server, identity server, captcha, single sign-on and application service, on the ports in FILE ({CompanionsFile.UsualName} by default); the verb \"companions\" makes that file.",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string[]> _tags = CommonOptions.Tags();
    private readonly Option<string[]> _filter = CommonOptions.Filter();
    private readonly Option<SpecVersion?> _specVersion = Options.Version(
        "--spec-version", "Test the server against this version of the specification; the default is the highest version that it claims.");
    private readonly Option<bool> _strict = Options.Flag("--strict", "Count a warning as a failure.");
    private readonly Option<bool> _lenient =
        Options.Flag("--lenient", "Let what the specification does not state outright only warn, whatever is at stake.");
    private readonly Option<int?> _parallel =
        Options.Number("--parallel", "N", 1, 1024, "How many scenarios to run at a time at most; 32 by default, and fewer while the server is slow or fails.");
    private readonly Option<TimeSpan?> _timeout = Options.Seconds("--timeout", "How long one scenario may take; 60 by default.");
    private readonly Option<string?> _report = Options.Text("--report", "DIR", "Write report.json and junit.xml into this folder.");
    private readonly Option<string?> _baseline = Options.Text("--baseline", "FILE",
        "Known deviations, a YAML list: a listed failure is expected, and a listed failure that passes fails the run.");
    private readonly Option<bool> _noBaseline =
        Options.Flag("--no-baseline", "Ignore the built-in baseline of TARGET: known deviations of that server fail the run too.");
    private readonly Option<bool> _updateBaseline = Options.Flag(
        "--update-baseline", "Rewrite the file of --baseline after the run: add new failures, remove stale entries, keep reasons.");
    private readonly Option<string?> _accounts =
        Options.Text("--accounts", "FILE", "Use existing accounts: a YAML list of entries with user and password.");
    private readonly Option<string?> _registrationToken =
        Options.Text("--registration-token", "TOKEN", "Use this token if registration asks for one.");
    private readonly Option<bool> _insecure = Options.Flag("--insecure", "Accept any TLS certificate.");
    private readonly Option<string?> _ca = Options.Text("--ca", "FILE", "Trust the certificate authorities in this PEM file too.");
    private readonly Option<bool> _keepAccounts =
        Options.Flag("--keep-accounts", "Keep the accounts that the run made on a running server, for inspection afterwards.");
    private readonly Option<int?> _seed =
        Options.Number("--seed", "N", int.MinValue, int.MaxValue, "Make the same random choices as the run that printed this number.");
    private readonly Option<string[]> _fault = CommonOptions.Faults();
    private readonly Option<bool> _dryRun =
        Options.Flag("--dry-run", "Show what would run, and whether every step has a definition; call no server.");
    private readonly Option<bool> _verbose = Options.Flag("--verbose", "Show every exchange, with secrets masked.");
    private readonly Option<bool> _snippets =
        Options.Flag("--snippets", "Show with each cause the lines that would list it in a baseline.");
    private readonly Option<ColourChoice> _color = Options.Choice<ColourChoice>("--color", "WHEN", "When to use colours");
    private readonly Option<string?> _features = CommonOptions.Features();
    private readonly Option<string?> _schemas = CommonOptions.Schemas();
    private readonly Shell _shell;

    public RunVerb(Shell shell) => _shell = shell;

    /// <summary>Makes it the default verb.</summary>
    public void AddTo(RootCommand root)
    {
        root.Add(_target);
        Option[] options =
        [
            _profile, _image, _runtime, _tree, _keepServer, _keepContainers, _companions, _tags, _filter, _specVersion, _strict, _lenient,
                _parallel, _timeout,
                _report, _baseline, _noBaseline, _updateBaseline, _accounts, _registrationToken, _insecure, _ca, _keepAccounts,
            _seed, _fault, _dryRun, _verbose, _snippets, _color, _features, _schemas,
        ];
        foreach (var option in options)
            root.Add(option);
        root.SetAction((parsed, cancellationToken) => new ConformanceRun(_shell, Arguments(parsed)).RunAsync(cancellationToken));
    }

    private RunArguments Arguments(ParseResult parsed) => new()
    {
        Target = parsed.GetValue(_target),
        Image = parsed.GetValue(_image),
        Runtime = parsed.GetValue(_runtime),
        TreeFolder = parsed.GetValue(_tree),
        KeepServer = parsed.GetValue(_keepServer) || parsed.GetValue(_keepContainers),
        CompanionsFile = parsed.GetResult(_companions) is null ? null : parsed.GetValue(_companions) ?? CompanionsFile.UsualName,
        Profiles = parsed.GetValue(_profile)!,
        Tags = parsed.GetValue(_tags)!,
        Filters = parsed.GetValue(_filter)!,
        SpecVersion = parsed.GetValue(_specVersion),
        Strictness = StrictnessOf(parsed.GetValue(_strict), parsed.GetValue(_lenient)),
        Parallelism = parsed.GetValue(_parallel),
        ScenarioTimeout = parsed.GetValue(_timeout),
        ReportFolder = parsed.GetValue(_report),
        BaselineFile = parsed.GetValue(_baseline),
        NoBaseline = parsed.GetValue(_noBaseline),
        UpdateBaseline = parsed.GetValue(_updateBaseline),
        AccountsFile = parsed.GetValue(_accounts),
        RegistrationToken = parsed.GetValue(_registrationToken),
        Insecure = parsed.GetValue(_insecure),
        CaFile = parsed.GetValue(_ca),
        KeepAccounts = parsed.GetValue(_keepAccounts),
        Seed = parsed.GetValue(_seed),
        Faults = parsed.GetValue(_fault)!,
        DryRun = parsed.GetValue(_dryRun),
        Verbose = parsed.GetValue(_verbose),
        Snippets = parsed.GetValue(_snippets),
        Colour = parsed.GetValue(_color),
        FeaturesFolder = parsed.GetValue(_features),
        SchemasFolder = parsed.GetValue(_schemas),
    };

    private static Strictness StrictnessOf(bool strict, bool lenient) => (strict, lenient) switch
    {
        (true, true) => throw new UsageException("--strict does not go with --lenient", "use one of them"),
        (true, false) => Strictness.Strict,
        (false, true) => Strictness.Lenient,
        _ => Strictness.Normal,
    };
}
