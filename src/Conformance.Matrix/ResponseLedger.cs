using System.Text.RegularExpressions;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix;

/// <summary>What a run saw of every kind of response (operation and status), whatever scenario it came in. Safe to use from many scenarios at once.</summary>
public sealed partial class ResponseLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Operation, int Status), Row> _rows = [];
    private readonly SortedSet<string> _operations = new(StringComparer.Ordinal);

    /// <summary>Every kind of response seen, by operation and status.</summary>
    public IReadOnlyList<ResponseEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _rows
                    .OrderBy(row => row.Key.Operation, StringComparer.Ordinal).ThenBy(row => row.Key.Status)
                    .Select(row => new ResponseEntry(row.Key.Operation, row.Key.Status, row.Value.Documented, row.Value.Count, [.. row.Value.Findings.Values]))];
            }
        }
    }

    /// <summary>The operations called, answered or not.</summary>
    public IReadOnlySet<string> OperationsSeen
    {
        get
        {
            lock (_gate)
            {
                return new SortedSet<string>(_operations, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>The documented responses seen: operation and status as the specification writes it (<c>200</c>, <c>4XX</c>).</summary>
    public IReadOnlySet<(string OperationId, string Status)> ResponsesSeen
    {
        get
        {
            lock (_gate)
            {
                return _rows.Where(row => row.Value.DocumentedAs is not null).Select(row => (row.Key.Operation, row.Value.DocumentedAs!)).ToHashSet();
            }
        }
    }

    /// <summary>Adds a judged exchange. One outside the manifest is left out.</summary>
    public void Add(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (exchange.Operation is not { } operation)
            return;
        lock (_gate)
        {
            _operations.Add(operation.Id);
            if (exchange.Response is not { } response)
                return;
            if (!_rows.TryGetValue((operation.Id, response.Status), out var row))
                _rows.Add((operation.Id, response.Status), row = new Row(operation.ResponseFor(response.Status)?.Status));
            row.Count++;
            foreach (var finding in exchange.Findings)
            {
                var key = (finding.Kind, finding.Severity, AnyElement(finding.Pointer), AnyElement(finding.Expected));
                row.Findings[key] = row.Findings.TryGetValue(key, out var known)
                    ? known with { Count = known.Count + 1 }
                    : new LedgerFinding(finding, 1, exchange);
            }
        }
    }

    // The same fault in the next element of an array is the same finding.
    private static string AnyElement(string text) => ArrayIndex().Replace(text, "/*");

    [GeneratedRegex(@"/\d+(?=[/ ]|$)")]
    private static partial Regex ArrayIndex();

    private sealed class Row(string? documentedAs)
    {
        public string? DocumentedAs { get; } = documentedAs;

        public bool Documented => DocumentedAs is not null;

        public int Count { get; set; }

        public OrderedDictionary<(FindingKind Kind, FindingSeverity Severity, string Pointer, string Expected), LedgerFinding> Findings { get; } = [];
    }
}
