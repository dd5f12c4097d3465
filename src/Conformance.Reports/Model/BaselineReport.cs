namespace Conformance.Reports.Model;

/// <summary>How a run compares with the baseline.</summary>
public sealed record BaselineReport
{
    /// <summary>The file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>Listed checks that fail, or warn, in the file's order.</summary>
    public IReadOnlyList<BaselineEntry> Expected { get; init; } = [];

    /// <summary>Listed checks that pass, in the file's order.</summary>
    public IReadOnlyList<BaselineEntry> Stale { get; init; } = [];

    /// <summary>Listed checks on which the run has no verdict, in the file's order.</summary>
    public IReadOnlyList<BaselineEntry> Unchecked { get; init; } = [];

    /// <summary>What happened to the file; null unless a rewrite was asked for.</summary>
    public BaselineUpdate? Update { get; init; }
}
