using System.Globalization;
using System.Security.Cryptography;
using Conformance.Cli.Features;
using Conformance.Cli.Selection;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Targets;
using Conformance.Reports.Building;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using Conformance.Runner;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Steps;

namespace Conformance.Cli.Running;

/// <summary>Wires a run: features, specification, homeservers, engine, reports.</summary>
/// <param name="shell">What surrounds the command.</param>
/// <param name="arguments">What the user asked for.</param>
internal sealed class ConformanceRun(Shell shell, RunArguments arguments)
{
    private const int LargestSeed = 1_000_000_000;

    private readonly int _seed = arguments.Seed ?? RandomNumberGenerator.GetInt32(1, LargestSeed);
    private readonly StatusLine _status = new(shell.Error, shell.ErrorIsTerminal, shell.Width);
    private readonly bool _colours = shell.Colours(arguments.Colour);
    private readonly TimeSpan _waited = shell.SinceStart();
    private readonly long _made = TimeProvider.System.GetTimestamp();

    /// <summary>Runs, reports, and gives the exit code.</summary>
    /// <param name="cancellationToken">Cancels the run early; the run still removes what it made and writes its report.</param>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var library = FeatureLibrary.Load(arguments.FeaturesFolder);
        var scenarios = new ScenarioSelection(arguments.Tags, arguments.Filters, library.Requirements).Of(library.Scenarios);
        var registry = BindingRegistry.FromAssemblies(typeof(EmbeddedFeatures).Assembly);
        var specification = SpecificationChoice.Load(arguments.SchemasFolder, arguments.SpecVersion);
        var baseline = BaselineChoice.Load(arguments, specification, library);
        var source = TargetChoice.Source(arguments, specification, _seed, new StartProgress(shell.Error, _status));
        var record = new RunRecord(specification, _seed);
        var scheduler = new ProfileScheduler(
            source,
            ProfileChoice.Of(source, arguments.Profiles),
            target => new TestRun(new TestRunOptions
            {
                Specification = specification,
                Requirements = library.Requirements,
                Target = target,
                Record = record,
                Strictness = arguments.Strictness,
                Seed = _seed,
                KeepAccounts = arguments.KeepAccounts,
                Insecure = arguments.Insecure,
                CaFile = arguments.CaFile,
            }));
        await using (scheduler.ConfigureAwait(false))
        {
            if (arguments.DryRun)
                return new DryRun(shell).Show(scenarios, registry);

            var reports = new ReportFolder(arguments.ReportFolder);
            reports.Prepare();
            var plan = ScenarioPlan.Of(scenarios, library.Requirements, scheduler);
            scheduler.StartInBackground(plan.Profiles);
            var target = await FirstTargetAsync(scheduler, plan.Profiles[0], cancellationToken).ConfigureAwait(false);

            if (target.MissingAccounts is { } missing)
                shell.Complain(missing.Problem);
            if (AccountsWanted.Complaint(target, scenarios) is { } tooFew)
                shell.Complain(tooFew);

            using var onInterruption = cancellationToken.Register(() =>
                shell.Error.WriteLine("conformance: interrupted; removing what the run made; press Ctrl-C again to end at once"));
            var console = new ConsoleReport(shell.Output, _colours);
            console.WriteBeginning(SuiteName.WithVersion, scenarios.Count,
                new TargetReport(target.Name, target.Version, target.BaseUrl.AbsoluteUri), target.SpecVersion);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, scheduler.Died);
            var startedAfter = _waited + TimeProvider.System.GetElapsedTime(_made);
            var (results, elapsed, failure) = await RunScenariosAsync(
                plan.Scenarios, registry, library.Requirements, scheduler, record, end.Token).ConfigureAwait(false);
            var logs = new LogReading(scheduler);
            var found = RunReportBuilder.Build(new RunReportInput
            {
                Suite = SuiteName.WithVersion,
                RunId = record.RunId,
                Seed = _seed,
                Strictness = arguments.Strictness,
                Interrupted = cancellationToken.IsCancellationRequested,
                Target = target,
                Specification = specification,
                Requirements = library.Requirements,
                Responses = record.Responses,
                Redactor = record.Redactor,
                Results = results,
                AllScenarios = library.Scenarios,
                StartedAfter = startedAfter,
                Elapsed = elapsed,
                Profiles = [.. scheduler.Starts.Select(Report)],
                Deaths = [.. scheduler.Deaths.Select(death => new ServerDeathInput(death.Profile, death.IsRestarted, death.InFlight))],
                Logs = await logs.OfErrorsAsync(record).ConfigureAwait(false),
                CleanUpRemarks = CleanUpRemarks(record),
                FeaturesRoot = library.Root,
            });
            var isWhole = scenarios.Count == library.Scenarios.Count
                && arguments.Profiles.Count == 0
                && found.Summary.NotChecked == found.Summary.Blocked;
            var hasEnded = failure is null && !end.IsCancellationRequested && found.Summary.IsConclusive;
            var (report, unwritten) = await BaselineChoice.ApplyAsync(found, baseline, isWhole, hasEnded, arguments.UpdateBaseline)
                .ConfigureAwait(false);
            // The verdicts first: nothing that goes wrong with a file may cost them.
            var advice = source.StartsServers || arguments.CompanionsFile is not null
                ? null
                : CompanionsChoice.Advice(target, scenarios, library.Requirements);
            console.Write(report, reports.ReportFile, arguments.Snippets, advice);
            List<Problem> problems = [.. await reports.WriteAsync(report, logs, record.Redactor).ConfigureAwait(false)];
            if (unwritten is not null)
                problems.Add(unwritten);
            var code = End(report, failure is null ? null : record.Redactor.Text(failure));
            var untrue = UntrueOffers(scheduler).ToList();
            foreach (var problem in problems.Concat(untrue))
                shell.Complain(problem);
            if (arguments.KeepServer)
                await new KeptServers(shell, specification, arguments.RegistrationToken).WriteAsync(scheduler).ConfigureAwait(false);
            if (untrue.Count > 0 && code is ExitCodes.Conforming or ExitCodes.Violations or ExitCodes.NotChecked)
                return ExitCodes.Usage;
            return code == ExitCodes.Conforming && problems.Count > 0 ? ExitCodes.Usage : code;
        }
    }

    private async Task<Target> FirstTargetAsync(ProfileScheduler scheduler, Profile profile, CancellationToken cancellationToken)
    {
        _status.Show(profile.Offers is null
            ? "Asking the homeserver what it offers ..."
            : $"Starting the homeserver, profile {profile.Name} ...");
        try
        {
            return (await scheduler.RunAsync(profile, cancellationToken).ConfigureAwait(false)).Target;
        }
        finally
        {
            _status.Clear();
        }
    }

    private async Task<(IReadOnlyList<ScenarioResult> Results, TimeSpan Elapsed, string? Failure)> RunScenariosAsync(
        IReadOnlyList<Scenario> scenarios, BindingRegistry registry, RequirementCatalogue requirements, ProfileScheduler scheduler,
            RunRecord record, CancellationToken cancellationToken)
    {
        var defaults = new RunOptions();
        IRunObserver observer = arguments.Verbose
            ? new VerboseLog(shell.Output, _colours, record.Redactor, arguments.Strictness)
            : new ProgressLine(shell.Error, _status, result => ScenarioVerdict.Of(result, arguments.Strictness), TimeProvider.System);
        var runner = new ScenarioRunner(registry, SecondTries.In(ServerStrain.In(defaults with
        {
            Parallelism = arguments.Parallelism ?? defaults.Parallelism,
            ScenarioTimeout = arguments.ScenarioTimeout ?? defaults.ScenarioTimeout,
            Observers = [observer],
            ConfigureRun = container =>
            {
                container.RegisterInstanceAs(scheduler);
                container.RegisterInstanceAs(requirements);
            },
        })));

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

    private ProfileStartReport Report(ProfileStart start) =>
        new(start.Profile.Name, start.Target?.BaseUrl, start.Duration, _waited + start.ReadyAfter, start.Failure);

    private int End(RunReport report, string? failure)
    {
        foreach (var profile in report.Profiles.Where(profile => profile.Failure is not null))
            shell.Error.WriteLine($"conformance: the profile {profile.Name} did not start: {profile.Failure}");
        foreach (var line in failure?.Split('\n') ?? [])
            shell.Error.WriteLine($"conformance: {line.TrimEnd('\r')}");
        if (report.Interrupted)
            return ExitCodes.Interrupted;
        if (failure is not null)
            return ExitCodes.SuiteError;
        foreach (var death in report.Deaths)
            shell.Error.WriteLine($"conformance: {death.Sentence}");
        return report.Profiles.Any(profile => profile.Failure is not null) ? ExitCodes.Target : ExitCodes.Of(report);
    }

    // Scenarios that need such an offer are skipped.
    private static IEnumerable<Problem> UntrueOffers(ProfileScheduler scheduler) =>
        from start in scheduler.Starts
        let target = start.Target
        where target is not null
        from offer in target.UntrueOffers
        select new Problem($"the target file of {target.Name} offers {offer.Key.Name} in the profile {start.Profile.Name}, which is not true")
        {
            Why = offer.Value,
            NextStep = "remove the offer, or configure the server so that it is true.",
        };

    private static IReadOnlyList<string> CleanUpRemarks(RunRecord record) => record.CleanUpFailures == 0
        ? []
        : [string.Create(
            CultureInfo.InvariantCulture,
            $"{record.CleanUpFailures} {(record.CleanUpFailures == 1 ? "account or session" : "accounts or sessions")} could not be removed; user names begin with {record.RunId}")];
}
