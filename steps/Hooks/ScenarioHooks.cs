using System.Text.RegularExpressions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Steps.Scenes;
using Reqnroll;
using Xunit;

namespace Conformance.Steps.Hooks;

/// <summary>What happens before and after each scenario: requirements from tags, skips for unmet needs, judgement of the subject's answers, clean-up.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="context">The engine's view of it.</param>
[Binding]
public sealed partial class ScenarioHooks(Scene scene, ScenarioContext context)
{
    /// <summary>The tag that names a need of the scenario which its requirement does not have: <c>@needs-e2ee-keys</c>.</summary>
    private const string NeedsPrefix = "needs-";

    /// <summary>Begins the record and skips the scenario where the target lacks what it needs.</summary>
    [BeforeScenario(Order = 0)]
    public void Begin()
    {
        var tags = context.ScenarioInfo.CombinedTags;
        var requirements = tags.Where(tag => RequirementId().IsMatch(tag)).Distinct(StringComparer.Ordinal).Select(Requirement).ToList();
        scene.Begin(new ScenarioRecord { Requirements = requirements });

        var needs = requirements.SelectMany(requirement => requirement.Needs)
            .Concat(tags.Where(tag => tag.StartsWith(NeedsPrefix, StringComparison.Ordinal)).Select(tag => tag[NeedsPrefix.Length..]))
            .Distinct(StringComparer.Ordinal);
        var target = scene.Run.Target;
        var unmet = needs.Where(need => !target.Offers.Contains(need)).ToList();
        var newest = requirements.Select(requirement => requirement.Since).Max();
        if (newest > target.SpecVersion)
            unmet.Add(Needs.Version);
        if (unmet.Count > 0)
            Skip.If(true, scene.Unmet([.. unmet]));
    }

    /// <summary>Removes what the scenario made; then fails it if an answer of its subject breaks the specification's schema or standards.</summary>
    /// <exception cref="ViolationException">An answer of the subject is not as the specification has it.</exception>
    [AfterScenario(Order = 0)]
    public async Task End()
    {
        if (scene.World is null)
            return;

        await scene.World.DisposeAsync();
        if (context.TestError is not null || scene.Record.UnmetNeeds.Count > 0)
            return;

        var broken = SubjectViolations().ToList();
        if (broken.Count == 0)
            return;

        foreach (var (exchange, finding) in broken.Skip(1))
            scene.Record.Add(new Violation(finding.Expected, finding.Message, exchange));
        throw scene.Violation(broken[0].Finding.Expected, broken[0].Finding.Message, broken[0].Exchange);
    }

    private Requirement Requirement(string id) =>
        scene.Run.Requirements.TryGet(id, out var requirement)
            ? requirement
            : throw new SuiteErrorException($"the tag @{id} names no requirement; features/*/requirements.yaml has them all.");

    // One fault, one red: of the subject's exchanges only those of the operation that the requirements are about count, where they name one.
    private IEnumerable<(Exchange Exchange, Finding Finding)> SubjectViolations()
    {
        var named = scene.Record.Requirements.Select(requirement => requirement.OperationId).ToHashSet(StringComparer.Ordinal);
        return scene.Record.Exchanges
            .Where(exchange => exchange.Role == ExchangeRole.Subject && (named.Contains(null) || named.Contains(exchange.Operation?.Id)))
            .SelectMany(exchange => exchange.Findings.Where(finding => finding.Severity == FindingSeverity.Violation).Select(finding => (exchange, finding)))
            .DistinctBy(found => (found.exchange.Operation?.Id, found.exchange.Response?.Status, found.finding.Pointer, found.finding.Message));
    }

    [GeneratedRegex(@"^[A-Z]{2,}-\d+$")]
    private static partial Regex RequirementId();
}
