using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Verdicts;

namespace Conformance.Reports.Model;

/// <summary>A kind of response: an operation with a status.</summary>
public sealed record ResponseReport
{
    /// <summary>The operation's id.</summary>
    public required string Operation { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>How often it was seen.</summary>
    public required int Count { get; init; }

    /// <summary>Whether the specification documents the status for the operation.</summary>
    public required bool Documented { get; init; }

    /// <summary>The worst of its findings.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Where the specification describes the operation.</summary>
    public required Uri Link { get; init; }

    /// <summary>What the judge found in such answers, each once.</summary>
    public IReadOnlyList<FindingReport> Findings { get; init; } = [];

    /// <summary>Of a 5xx that is not documented: whether it came again in a scenario that was tried once more, alone. If not, it weighs
    /// nothing. Null for every other status.</summary>
    public bool? CameAgain { get; init; }

    /// <summary>Whether it shows that the operation is there: it is neither a 404 or 405, nor what a proxy or a loaded server answers for
    /// any.</summary>
    public bool ShowsOperation => Status is not (404 or 405 or 429) && CameAgain is not false;

    /// <summary>What there is to say of a 5xx that did not come again, one sentence; null where there is nothing.</summary>
    public string? Passing => CameAgain is false
        ? Findings.FirstOrDefault(finding => finding.Kind is FindingKind.ServerError)?.Message
        : null;

    /// <summary>How much of its schema the answers exercised; null where there is none.</summary>
    public SchemaCoverage? Coverage { get; init; }

    /// <summary>The entries of the baseline that are about it, where they list all that was found.</summary>
    public IReadOnlyList<BaselineEntry> Listed { get; init; } = [];

    /// <summary>Whether it violates the specification, or a recommendation, and the baseline lists it.</summary>
    public bool IsExpected => Verdict is Verdict.Fail or Verdict.Warn && Listed.Count > 0;

    /// <summary>Why it is accepted; empty where the baseline says nothing of it.</summary>
    public string Reason => string.Join("; ", Listed.Select(entry => entry.Reason).Distinct(StringComparer.Ordinal));

    /// <summary>The name under which a baseline lists it, e.g. <c>getDevices.200</c>.</summary>
    public string Check => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Operation}.{Status}");
}
