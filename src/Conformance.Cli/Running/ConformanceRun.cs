using System.Globalization;
using System.Security.Cryptography;
using Conformance.Cli.Features;
using Conformance.Cli.Selection;
using Conformance.Gherkin;
using Conformance.Gherkin.Results;
using Conformance.Homeservers;
using Conformance.Matrix;
using Conformance.Matrix.Targets;
using Conformance.Reports.Baselines;
using Conformance.Reports.Building;
using Conformance.Reports.Json;
using Conformance.Reports.JUnit;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using Conformance.Spec;
using Conformance.Steps;

namespace Conformance.Cli.Running;

/// <summary>Wires a run: features, specification, homeserver, engine, reports.</summary>
/// <param name="shell">What surrounds the command.</param>
/// <param name="arguments">What the user asked for.</param>
internal sealed class ConformanceRun(Shell shell, RunArguments arguments)
{
    private const int LargestSeed = 1_000_000_000;

    private readonly int _seed = arguments.Seed ?? RandomNumberGenerator.GetInt32(1, LargestSeed);
    private readonly StatusLine _status = new(shell.Error, shell.ErrorIsTerminal, shell.Width);
    private readonly bool _colours = shell.Colours(arguments.Colour);

    /// <summary>Runs, reports, and gives the exit code.</summary>
    /// <param name="cancellationToken">Ends the run early; what it made is removed and its report written all the same.</param>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var library = FeatureLibrary.Load(arguments.FeaturesFolder);
        var scenarios = new ScenarioSelection(arguments.Tags, arguments.Filters, library.Requirements).Of(library.Scenarios);
        var registry = BindingRegistry.FromAssembly(typeof(EmbeddedFeatures).Assembly);
        var specification = SpecificationChoice.Load(arguments.SchemasFolder, arguments.SpecVersion);
        var baseline = BaselineChoice.Load(arguments, specification, library);
        var homeserver = TargetChoice.Homeserver(arguments, specification, _seed);
        await using (homeserver.ConfigureAwait(false))
        {
            if (arguments.DryRun)
                return new DryRun(shell).Show(scenarios, registry);

            PrepareReportFolder();
            var target = await StartAsync(homeserver, cancellationToken).ConfigureAwait(false);
            return await RunAsync(target, scenarios, registry, library, specification, baseline, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Target> StartAsync(IHomeserver homeserver, CancellationToken cancellationToken)
    {
        _status.Show("Finding out what the homeserver offers ...");
        try
        {
            return await homeserver.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _status.Clear();
        }
    }

    private async Task<int> RunAsync(
        Target target,
        IReadOnlyList<Scenario> scenarios,
        BindingRegistry registry,
        FeatureLibrary library,
        Specification specification,
        Baseline? baseline,
        CancellationToken cancellationToken)
    {
        var run = new TestRun(new TestRunOptions
        {
            Specification = specification,
            Requirements = library.Requirements,
            Target = target,
            Strict = arguments.Strict,
            Seed = _seed,
            KeepAccounts = arguments.KeepAccounts,
            Insecure = arguments.Insecure,
            CaFile = arguments.CaFile,
        });
        await using (run.ConfigureAwait(false))
        {
            using var onInterruption = cancellationToken.Register(() => shell.Error.WriteLine("conformance: interrupted; what the run made is removed first, once more Ctrl-C ends at once"));
            var console = new ConsoleReport(shell.Output, _colours);
            console.WriteBeginning(CommandLine.Suite, scenarios.Count, new TargetReport(target.Name, target.Version, target.BaseUrl.AbsoluteUri), target.SpecVersion);
            var (results, elapsed, failure) = await RunScenariosAsync(run, scenarios, registry, cancellationToken).ConfigureAwait(false);
            var found = RunReportBuilder.Build(new RunReportInput
            {
                Suite = CommandLine.Suite,
                RunId = run.RunId,
                Seed = _seed,
                Strict = arguments.Strict,
                Interrupted = cancellationToken.IsCancellationRequested,
                Target = target,
                Specification = specification,
                Requirements = library.Requirements,
                Responses = run.Responses,
                Redactor = run.Redactor,
                Results = results,
                AllScenarios = library.Scenarios,
                Elapsed = elapsed,
                CleanUpRemarks = CleanUpRemarks(run),
                FeaturesRoot = library.Root,
            });
            var isWhole = scenarios.Count == library.Scenarios.Count;
            var hasEnded = failure is null && !found.Interrupted;
            var report = await BaselineChoice.ApplyAsync(found, baseline, isWhole, hasEnded, arguments.UpdateBaseline).ConfigureAwait(false);
            if (arguments.ReportFolder is { } folder)
            {
                await JsonReport.WriteAsync(report, folder, CancellationToken.None).ConfigureAwait(false);
                await JUnitReport.WriteAsync(report, folder, CancellationToken.None).ConfigureAwait(false);
            }

            console.Write(report);
            if (failure is null)
                return ExitCodes.Of(report);

            foreach (var line in run.Redactor.Text(failure).Split('\n'))
                shell.Error.WriteLine($"conformance: {line.TrimEnd('\r')}");
            return report.Interrupted ? ExitCodes.Interrupted : ExitCodes.SuiteError;
        }
    }

    private async Task<(IReadOnlyList<ScenarioResult> Results, TimeSpan Elapsed, string? Failure)> RunScenariosAsync(
        TestRun run, IReadOnlyList<Scenario> scenarios, BindingRegistry registry, CancellationToken cancellationToken)
    {
        var defaults = new RunOptions();
        IRunObserver observer = arguments.Verbose
            ? new VerboseLog(shell.Output, _colours, run.Redactor, arguments.Strict)
            : new ProgressLine(shell.Error, _status, result => ScenarioVerdict.Of(result, arguments.Strict), TimeProvider.System);
        var runner = new ScenarioRunner(registry, defaults with
        {
            Parallelism = arguments.Parallelism ?? defaults.Parallelism,
            ScenarioTimeout = arguments.ScenarioTimeout ?? defaults.ScenarioTimeout,
            Observers = [observer],
            ConfigureRun = container => container.RegisterInstanceAs(run),
        });

        var started = TimeProvider.System.GetTimestamp();
        try
        {
            var results = await runner.RunAsync(scenarios, cancellationToken).ConfigureAwait(false);
            return (results, TimeProvider.System.GetElapsedTime(started), null);
        }
        catch (RunFailedException failed)
        {
            return (failed.Results, TimeProvider.System.GetElapsedTime(started), failed.Message);
        }
    }

    // Before the run and not after it: nobody wants to hear at the end that the folder cannot be written.
    private void PrepareReportFolder()
    {
        if (arguments.ReportFolder is not { } folder)
            return;

        try
        {
            Directory.CreateDirectory(folder);
            using var trial = new FileStream(Path.Combine(folder, ".writable"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--report: {folder} cannot be written: {unwritable.Message.TrimEnd('.')}", unwritable);
        }
    }

    private static IReadOnlyList<string> CleanUpRemarks(TestRun run) => run.CleanUpFailures == 0
        ? []
        : [string.Create(
            CultureInfo.InvariantCulture,
            $"{run.CleanUpFailures} {(run.CleanUpFailures == 1 ? "account or session" : "accounts or sessions")} could not be removed; user names begin with {run.RunId}")];
}
