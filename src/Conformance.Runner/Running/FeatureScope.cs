using System.Globalization;
using Conformance.Runner.Bindings;
using Reqnroll;
using Reqnroll.BoDi;

namespace Conformance.Runner.Running;

/// <summary>What the scenarios of one feature share: begins with the first of them and ends after the last.</summary>
internal sealed class FeatureScope
{
    private readonly BindingRegistry _registry;
    private readonly Invocation _invocation;
    private readonly RunOptions _options;
    private readonly ScopeSubject _subject;
    private readonly Lazy<Task> _start;
    private int _remaining;

    public FeatureScope(IReadOnlyList<Scenario> scenarios, BindingRegistry registry, RunOptions options, ObjectContainer run)
    {
        var scenario = scenarios[0];
        _registry = registry;
        _options = options;
        _invocation = new Invocation(options.StopTimeout);
        _subject = ScopeSubject.OfFeature(scenario);
        _remaining = scenarios.Count;
        Container = new ObjectContainer(run);
        var folder = Path.GetDirectoryName(scenario.File)?.Replace('\\', '/') ?? "";
        var context = new FeatureContext(
            Container, new FeatureInfo(CultureInfo.InvariantCulture, folder, scenario.Feature, scenario.FeatureDescription, [.. scenario.FeatureTags]));
        Container.RegisterInstanceAs<IFeatureContext>(context);
        Container.RegisterInstanceAs(context);
        _start = new Lazy<Task>(() => RunBeforeHooksAsync(context));
    }

    /// <summary>The parent of the scenarios' containers.</summary>
    public ObjectContainer Container { get; }

    /// <summary>Runs the hooks before the feature, once for all who call.</summary>
    /// <exception cref="HookFailedException">One threw: no scenario of the feature can run.</exception>
    public Task StartAsync() => _start.Value;

    /// <summary>Notes the end of one scenario; after the last, runs the hooks after the feature.</summary>
    /// <exception cref="HookFailedException">One threw.</exception>
    public async Task ScenarioEndedAsync()
    {
        if (Interlocked.Decrement(ref _remaining) > 0)
            return;

        using var time = new CancellationTokenSource(_options.CleanUpTimeout);
        try
        {
            if (_start.IsValueCreated)
                await _invocation.RunHooksAsync(_registry, HookKind.AfterFeature, _subject, Container, time.Token);
        }
        finally
        {
            await _invocation.DisposeAsync(Container, _options.CleanUpTimeout);
        }
    }

    private async Task RunBeforeHooksAsync(FeatureContext context)
    {
        using var time = new CancellationTokenSource(_options.ScenarioTimeout);
        try
        {
            await _invocation.RunHooksAsync(_registry, HookKind.BeforeFeature, _subject, Container, time.Token);
        }
        catch (HookFailedException exception)
        {
            context.TestError = exception.InnerException;
            throw;
        }
    }
}
