using Conformance.Runner.Bindings;
using Conformance.Runner.Features;

namespace Conformance.Runner;

/// <summary>What is wrong between scenarios and bindings.</summary>
public sealed class BindingReport
{
    private BindingReport(IReadOnlyList<string> problems, IReadOnlyList<UnboundStep> steps, IReadOnlyList<StepDefinition> unused)
    {
        Problems = problems;
        Undefined = [.. steps.Where(step => step.Reason == UnboundReason.Undefined)];
        Ambiguous = [.. steps.Where(step => step.Reason == UnboundReason.Ambiguous)];
        Misfitting = [.. steps.Where(step => step.Reason == UnboundReason.Misfitting)];
        Unused = unused;
    }

    /// <summary>What is wrong with the bindings themselves: <see cref="BindingRegistry.Problems"/>.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Steps without a definition. The message shows one to paste.</summary>
    public IReadOnlyList<UnboundStep> Undefined { get; }

    /// <summary>Steps with several definitions. The message names them.</summary>
    public IReadOnlyList<UnboundStep> Ambiguous { get; }

    /// <summary>Steps whose definition takes other parameters than they give.</summary>
    public IReadOnlyList<UnboundStep> Misfitting { get; }

    /// <summary>Definitions that no step uses.</summary>
    public IReadOnlyList<StepDefinition> Unused { get; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsClean => Problems.Count + Undefined.Count + Ambiguous.Count + Misfitting.Count + Unused.Count == 0;

    /// <summary>Everything, a paragraph each; empty where nothing is wrong.</summary>
    public override string ToString()
    {
        // Rows of an outline, and a background in front of each scenario, lack the same definition at the same place: once is enough.
        var steps = Undefined.Concat(Ambiguous).Concat(Misfitting).Select(step => step.Message).Distinct();
        return string.Join("\n\n", [.. Problems, .. steps, .. Unused.Select(definition => $"No scenario uses {definition}. Remove it.")]);
    }

    internal static BindingReport Of(BindingRegistry registry, IEnumerable<Scenario> scenarios)
    {
        var unused = registry.Definitions.ToHashSet();
        var unbound = new List<UnboundStep>();
        foreach (var scenario in scenarios)
        {
            foreach (var step in scenario.Steps)
            {
                var match = registry.Match(scenario, step);
                unused.ExceptWith(UsedBy(match));
                if (StepProblem.Describe(scenario, step, match) is { } message)
                    unbound.Add(new UnboundStep(scenario, step, ReasonOf(match), message));
            }
        }

        return new BindingReport(
            registry.Problems,
            unbound,
            [.. registry.Definitions.Where(definition => unused.Contains(definition) && definition.Error is null)]);
    }

    // What a faulty step was meant for is in use: calling it unused too would be one fault reported twice.
    private static IEnumerable<StepDefinition> UsedBy(StepMatch match) => match switch
    {
        StepMatch.Found found => [found.Definition],
        StepMatch.Ambiguous ambiguous => ambiguous.Candidates,
        StepMatch.Misfit misfit => misfit.Candidates,
        _ => [],
    };

    private static UnboundReason ReasonOf(StepMatch match) => match switch
    {
        StepMatch.Undefined => UnboundReason.Undefined,
        StepMatch.Ambiguous => UnboundReason.Ambiguous,
        _ => UnboundReason.Misfitting,
    };
}
