using System.Security.Cryptography;
using System.Text;
using Conformance.Matrix.Verdicts;

namespace Conformance.Reports.Model;

/// <summary>The result of one scenario.</summary>
public sealed record ScenarioReport
{
    /// <summary>Stable across edits elsewhere in the file, unique in a run:
    /// <c>devices/deletion#deleting-a-device-ends-its-session</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The feature's file.</summary>
    public required string File { get; init; }

    /// <summary>The line of the scenario, or of the outline's row, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The feature's title.</summary>
    public required string Feature { get; init; }

    /// <summary>The scenario's title.</summary>
    public required string Name { get; init; }

    /// <summary>Its tags without <c>@</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The requirements that its tags name.</summary>
    public IReadOnlyList<RequirementReference> Requirements { get; init; } = [];

    /// <summary>The profile of the target that it ran on; null where it ran on none.</summary>
    public string? Profile { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>From the first hook to the last.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Why it did not run; null where it did.</summary>
    public string? SkipReason { get; init; }

    /// <summary>Why nothing can be said; null where something can.</summary>
    public string? NotCheckedReason { get; init; }

    /// <summary>The operation that it needs and the server does not have, where that is why nothing can be said; else null.</summary>
    public string? MissingOperation { get; init; }

    /// <summary>Why it could not be checked the first time, or which 5xx it got, of a scenario that was tried once more alone; null where
    /// it was not.</summary>
    public string? TriedAgain { get; init; }

    /// <summary>Why the suite is at fault; null where it is not.</summary>
    public string? Error { get; init; }

    /// <summary>A shell script that makes its requests again; null where it did not fail, or requests alone do not show it.</summary>
    public string? Script { get; init; }

    /// <summary>The name of the script's file beside report.json: <c>repeat/devices_deletion.a-device.sh</c>; null without one.</summary>
    public string? ScriptFile => Script is null ? null : $"{ScriptFolder}/{FileName(Id)}.sh";

    /// <summary>The folder of the scripts, beside report.json.</summary>
    public const string ScriptFolder = "repeat";

    // A file's name has an end.
    private static string FileName(string id)
    {
        const int Longest = 160;
        var name = id.Replace('/', '_').Replace('#', '.');
        if (name.Length <= Longest)
            return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        return $"{name[..Longest]}-{hash[..8]}";
    }

    /// <summary>The operations that its steps name, and those that it called.</summary>
    public IReadOnlySet<string> Operations { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The step that did not end well; null where all did, or where a hook failed.</summary>
    public StepReference? FailedStep { get; init; }

    /// <summary>What the server did not meet.</summary>
    public IReadOnlyList<ViolationReport> Violations { get; init; } = [];

    /// <summary>The violations that stand for themselves, without the harm that one of them did.</summary>
    public IEnumerable<ViolationReport> Deviations => Violations.Where(violation => !violation.IsHarm);

    /// <summary>What became of a request that should have been refused and was not.</summary>
    public IEnumerable<ViolationReport> Harm => Violations.Where(violation => violation.IsHarm);

    /// <summary>All that it asked of the server, set-up included, clean-up not; empty unless it failed, warned, or could not be
    /// checked.</summary>
    public IReadOnlyList<ExchangeReport> Exchanges { get; init; } = [];

    /// <summary>What the homeserver asked of the suite's own servers because of it; empty unless it failed, warned, or could not be
    /// checked.</summary>
    public IReadOnlyList<IncomingReport> CompanionRequests { get; init; } = [];

    /// <summary>The requirements from whose violation, elsewhere in the run, this failure follows; empty where it stands for
    /// itself.</summary>
    public IReadOnlyList<string> FollowsFrom { get; init; } = [];

    /// <summary>The entries of the baseline that are about it.</summary>
    public IReadOnlyList<BaselineEntry> Listed { get; init; } = [];

    /// <summary>What a baseline lists of it: its requirements, one by one; null stands for the scenario that has none.</summary>
    public IReadOnlyList<string?> Checks => Requirements.Count == 0 ? [null] : [.. Requirements.Select(requirement => requirement.Id)];

    /// <summary>Those of <see cref="Checks"/> that the baseline lists as they were seen.</summary>
    public IReadOnlyList<string?> ListedChecks { get; init; } = [];

    /// <summary>The checks that the baseline does not list.</summary>
    public IReadOnlyList<string?> UnlistedChecks => [.. Checks.Except(ListedChecks)];

    /// <summary>Whether it failed, or warned, and the baseline lists all of its checks.</summary>
    public bool IsExpected => Verdict is Verdict.Fail or Verdict.Warn && UnlistedChecks.Count == 0;

    /// <summary>Why its failure is accepted; empty where the baseline says nothing of it.</summary>
    public string Reason => string.Join("; ", Listed.Select(entry => entry.Reason).Distinct(StringComparer.Ordinal));
}
