namespace Conformance.Reports.Model;

/// <summary>A check that a server is known to fail, and why that is accepted.</summary>
public sealed record BaselineEntry
{
    /// <summary>What the server does otherwise, wherever it shows; null where the entry is about one scenario, or about all that is wrong
    /// with a kind of response.</summary>
    public ListedDifference? Difference { get; init; }

    /// <summary>A requirement id, or <c>operation.status</c>; null for a scenario whose tags name no requirement, and with <see
    /// cref="Difference"/>.</summary>
    public string? Check { get; init; }

    /// <summary>The scenario's id; null for a kind of response, and with <see cref="Difference"/>.</summary>
    public string? Scenario { get; init; }

    /// <summary>Why the failure is accepted; never empty.</summary>
    public required string Reason { get; init; }

    /// <summary>Name and version of the server that it was seen on; null where nobody wrote that down.</summary>
    public string? Server { get; init; }

    /// <summary>The line of the file where the entry begins, counted from 1; 0 for one that no file has yet.</summary>
    public int Line { get; init; }

    /// <summary>The comments that belong to it, without <c>#</c>.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>Check and scenario in one phrase, e.g. <c>DEV-14  devices/deletion#deleting-a-device-ends-its-session</c>.</summary>
    public string Subject =>
        Difference?.ToString() ?? string.Join("  ", new[] { Check, Scenario }.Where(part => part is not null));

    /// <summary>Whether both list the same.</summary>
    internal bool Overlaps(BaselineEntry other) => Difference is { } own
        ? other.Difference is { } difference && own.Marks.Intersect(difference.Marks).Any()
        : other.Difference is null && Check == other.Check && Scenario == other.Scenario;
}
