using Conformance.Mutation.Hostile;

namespace Conformance.Mutation.Tests.Hostile;

/// <summary>What the command line made of a hostile server.</summary>
/// <param name="Hostile">The server.</param>
/// <param name="Place">Where it began to misbehave.</param>
internal sealed record HostileRun(HostileServer Hostile, HostilePlace Place)
{
    /// <summary>The exit code; null where the command did not end in time.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What it wrote to standard output.</summary>
    public string Output { get; init; } = "";

    /// <summary>What it wrote to standard error.</summary>
    public string Error { get; init; } = "";

    /// <summary>The files of the report, by name.</summary>
    public IReadOnlyDictionary<string, string> Report { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The most memory that the command had, in bytes; null where nobody measured it.</summary>
    public long? PeakBytes { get; init; }

    /// <summary>What should stay secret.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>How many requests reached another host.</summary>
    public int RequestsElsewhere { get; init; }

    /// <summary>How it ended.</summary>
    public HostileEnds End => ExitCode switch
    {
        0 => HostileEnds.Conforming,
        1 => HostileEnds.Violations,
        3 => HostileEnds.Unusable,
        5 => HostileEnds.NotChecked,
        _ => HostileEnds.None,
    };

    /// <summary>Everything that it wrote, each with its name.</summary>
    public IEnumerable<(string Name, string Text)> Written =>
        [("standard output", Output), ("standard error", Error), .. Report.Select(file => (file.Key, file.Value))];

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Hostile.Name} in {Place}: exit code {ExitCode?.ToString() ?? "none"} after {Duration.TotalSeconds:0.0} s"
        + $"{(PeakBytes is { } bytes ? $", {bytes >> 20} MB" : "")}; {Error.Trim()} {Output.TrimEnd().Split('\n')[^1]}";
}
