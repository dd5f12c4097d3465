using Conformance.Homeservers.FixedCompanions;
using Conformance.Homeservers.Targets.Reading;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Features;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Steps.Scenes;

namespace Conformance.Cli.Running;

/// <summary>The companions of <c>--companions</c>, and what a run without them misses.</summary>
internal static class CompanionsChoice
{
    private const string Option = "--companions";

    /// <summary>The companions of a file; null if none was given.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="CompanionsFileException">The file cannot be read, or says something else.</exception>
    public static FixedCompanionServers? Of(string? file)
    {
        if (file is null)
            return null;
        Check(file);
        return new FixedCompanionServers(CompanionsFile.Load(file));
    }

    /// <summary>Sees to it that there is a file of this name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static void Check(string file)
    {
        if (File.Exists(file))
            return;
        var isTarget = TargetFiles.BuiltInNames.Contains(file, StringComparer.Ordinal) || file.Contains("://", StringComparison.Ordinal);
        throw new UsageException(new Problem($"there is no file {file}")
        {
            Place = ErrorPlace.InOption(Option),
            NextStep = isTarget
                ? "write TARGET before the option"
                : $"\"conformance companions{(file == CompanionsFile.UsualName ? "" : $" {file}")}\" makes one, and says what to configure in the server",
        });
    }

    /// <summary>How many scenarios are skipped only because a server at a URL does not use the suite's own servers, and what to do; null
    /// if there are none.</summary>
    /// <param name="target">The server.</param>
    /// <param name="scenarios">The scenarios of the run.</param>
    /// <param name="requirements">The requirements.</param>
    public static string? Advice(Target target, IEnumerable<Scenario> scenarios, RequirementCatalogue requirements)
    {
        var count = scenarios.Count(scenario => Lacks(target, scenario, requirements));
        return count == 0
            ? null
            : $"{(count == 1 ? "1 scenario was" : FormattableString.Invariant($"{count} scenarios were"))} skipped for lack of mail, text messages, single sign-on or an application service; \"conformance companions\" says how the server can use the suite's own";
    }

    private static bool Lacks(Target target, Scenario scenario, RequirementCatalogue requirements)
    {
        try
        {
            var needs = ScenarioNeeds.Of(scenario.Tags, requirements);
            var unmet = target.Lacks(needs.Needs).ToList();
            return unmet.Count > 0 && unmet.All(IsMet) && !(needs.Since > target.SpecVersion);
        }
        catch (SuiteErrorException)
        {
            // Its tags make no sense; the scenario itself says so.
            return false;
        }
    }

    // Stages of registration by mail and telephone come with the companions too, on servers that have them.
    private static bool IsMet(Need need) =>
        need == Need.EmailSink || need == Need.SmsSink || need == Need.SsoProvider || need == Need.ApplicationService
        || need == Need.ApplicationServiceDevices || need == Need.EmailUia || need == Need.SmsUia;
}
