using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Runner;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using Conformance.Spec.Loading;
using Conformance.Steps;

namespace Conformance.Mutation;

/// <summary>The scenarios of the suite, to be run against embedded homeservers. Runs can go on side by side.</summary>
public sealed class Suite
{
    private readonly BindingRegistry _registry = BindingRegistry.FromAssemblies(typeof(EmbeddedFeatures).Assembly);

    /// <summary>The specification that homeservers are judged by.</summary>
    public Specification Specification { get; } = Specification.LoadEmbedded(Specification.Embedded.Max());

    /// <summary>Every scenario.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; } = EmbeddedFeatures.Load();

    /// <summary>What the specification demands.</summary>
    public RequirementCatalogue Requirements { get; } = RequirementCatalogue.LoadEmbedded();

    /// <summary>Makes the homeservers of a run, all profiles of one kind; they are started when a scenario needs them.</summary>
    /// <param name="faults">The names of the faults to switch on.</param>
    /// <param name="touched">Receives what requests make the homeservers do; null if nobody needs it.</param>
    /// <param name="sending">Hears why each request is made, before it is sent; null for nobody.</param>
    public ProfileScheduler Homeservers(
        IReadOnlyCollection<string> faults, Action<string>? touched = null, Action<ExchangeRole>? sending = null)
    {
        var source = new EmbeddedSource(
            new EmbeddedHomeserverOptions { Specification = Specification, Faults = faults, Touched = touched });
        return Homeservers(source, new RunRecord(Specification, seed: 0), sending);
    }

    /// <summary>Makes the homeservers of a run.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="record">What the run keeps for all of them together.</param>
    /// <param name="sending">Hears why each request is made, before it is sent; null for nobody.</param>
    public ProfileScheduler Homeservers(IProfileSource source, RunRecord record, Action<ExchangeRole>? sending = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new ProfileScheduler(source, source.Profiles, target => new TestRun(new TestRunOptions
        {
            Specification = Specification,
            Requirements = Requirements,
            Target = target,
            Record = record,
            Sending = sending,
        }));
    }

    /// <summary>Runs scenarios, as many at a time as the engine allows.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="homeservers">The homeservers; they are not disposed of.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <param name="matters">
    /// Whether it matters what a scenario finds: it is tried once more if it could not be checked. Null if it always does.
    /// </param>
    public async Task<IReadOnlyList<ScenarioOutcome>> RunAsync(
        IReadOnlyList<Scenario> scenarios,
        ProfileScheduler homeservers,
        CancellationToken cancellationToken,
        Func<Scenario, bool>? matters = null)
    {
        var results = await ResultsOfAsync(scenarios, homeservers, cancellationToken, matters);
        return [.. results.Select(result =>
            new ScenarioOutcome(result.Scenario, ScenarioVerdict.Of(result, Strictness.Normal),
                result.Exception?.Message, result.Duration)
            {
                ServerErrors = ServerError.Of(ScenarioVerdict.RecordOf(result), documentedToo: true),
            })];
    }

    /// <summary>Runs scenarios and keeps all that they saw, their exchanges included.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="homeservers">The homeservers; they are not disposed of.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <param name="matters">
    /// Whether it matters what a scenario finds: it is tried once more if it could not be checked. Null if it always does.
    /// </param>
    public Task<IReadOnlyList<ScenarioResult>> ResultsOfAsync(
        IReadOnlyList<Scenario> scenarios,
        ProfileScheduler homeservers,
        CancellationToken cancellationToken,
        Func<Scenario, bool>? matters = null)
    {
        var options = SecondTries.In(new RunOptions
        {
            ConfigureRun = container =>
            {
                container.RegisterInstanceAs(homeservers);
                container.RegisterInstanceAs(Requirements);
            },
        });
        if (matters is not null && options.TryAgain is { } isWanted)
            options = options with { TryAgain = result => matters(result.Scenario) && isWanted(result) };
        var runner = new ScenarioRunner(_registry, options);
        return runner.RunAsync(scenarios, cancellationToken);
    }
}
