using System.Text.RegularExpressions;
using Conformance.Matrix.Exchanges;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Ledger;

/// <summary>What a run saw of every kind of response (operation and status), whatever scenario it came in. Safe to use from many scenarios
/// at once.</summary>
public sealed partial class ResponseLedger
{
    // A server that makes up a new member for each answer gives no end of findings.
    private const int MostFindings = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Operation, int Status), Row> _rows = [];
    private readonly SortedSet<string> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Operation, string DocumentedAs), Lazy<PlaceMarks?>> _marks = [];
    private readonly Func<Operation, DocumentedResponse, SpecVersion, PlaceMarks?> _marksFor;

    /// <summary>Makes a ledger that does not look into the answers.</summary>
    public ResponseLedger() => _marksFor = (_, _, _) => null;

    /// <summary>Makes a ledger that also counts how much of the schemas the answers exercise.</summary>
    /// <param name="specification">The specification that has the schemas.</param>
    public ResponseLedger(Specification specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        _marksFor = (operation, response, underTest) => specification.ResponsePlaces(operation, response, underTest) is { } places
            ? new PlaceMarks(places)
            : null;
    }

    /// <summary>Every kind of response seen, by operation and status.</summary>
    public IReadOnlyList<ResponseEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _rows
                    .OrderBy(row => row.Key.Operation, StringComparer.Ordinal).ThenBy(row => row.Key.Status)
                    .Select(row =>
                        new ResponseEntry(
                            row.Key.Operation, row.Key.Status, row.Value.Documented, row.Value.Count, [.. row.Value.Findings.Values])
                    {
                        DocumentedAs = row.Value.DocumentedAs,
                        Coverage = row.Value.Marks?.Value?.Coverage,
                    })];
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
                return _rows.Where(row => row.Value.DocumentedAs is not null).Select(row => (row.Key.Operation, row.Value.DocumentedAs!))
                    .ToHashSet();
            }
        }
    }

    /// <summary>Adds a judged exchange. One outside the manifest goes under a name of <see cref="OutsideManifest"/>.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="underTest">The version that the server is checked against: newer members are not counted.</param>
    public void Add(Exchange exchange, SpecVersion underTest)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (Count(exchange, exchange.Operation, underTest) is { Value: { } marks } && exchange.Response?.Json is { } body)
            marks.Mark(body);
    }

    /// <summary>Counts an exchange, and says where to mark what its answer has; schemas are read and answers looked through by one scenario
    /// without the others waiting.</summary>
    private Lazy<PlaceMarks?>? Count(Exchange exchange, Operation? operation, SpecVersion underTest)
    {
        lock (_gate)
        {
            var name = operation?.Id ?? OutsideManifest.NameOf(exchange);
            if (operation is not null)
                _operations.Add(name);
            if (exchange.Response is not { } response)
                return null;
            if (!_rows.TryGetValue((name, response.Status), out var row))
            {
                var documented = operation?.ResponseFor(response.Status);
                var marks = operation is null ? null : MarksOf(operation, documented, underTest);
                _rows.Add((name, response.Status), row = new Row(documented?.Status, marks));
            }

            row.Count++;
            foreach (var finding in exchange.Findings)
            {
                var key = (finding.Kind, finding.Severity, AnyElement(finding.Pointer), AnyElement(finding.Expected));
                if (row.Findings.TryGetValue(key, out var known))
                    row.Findings[key] = known with { Count = known.Count + 1 };
                else if (row.Findings.Count < MostFindings)
                    row.Findings[key] = new LedgerFinding(finding, 1, exchange);
            }

            return row.Marks;
        }
    }

    private Lazy<PlaceMarks?>? MarksOf(Operation operation, DocumentedResponse? documented, SpecVersion underTest)
    {
        if (documented is null)
            return null;
        if (!_marks.TryGetValue((operation.Id, documented.Status), out var marks))
            _marks.Add((operation.Id, documented.Status), marks = new Lazy<PlaceMarks?>(() => _marksFor(operation, documented, underTest)));
        return marks;
    }

    // The same fault in the next element of an array is the same finding.
    private static string AnyElement(string text) => ArrayIndex().Replace(text, "/*");

    [GeneratedRegex(@"/\d+(?=[/ ]|$)")]
    private static partial Regex ArrayIndex();

    private sealed class Row(string? documentedAs, Lazy<PlaceMarks?>? marks)
    {
        public Lazy<PlaceMarks?>? Marks { get; } = marks;

        public string? DocumentedAs { get; } = documentedAs;

        public bool Documented => DocumentedAs is not null;

        public int Count { get; set; }

        public OrderedDictionary<(
            FindingKind Kind, FindingSeverity Severity, string Pointer, string Expected), LedgerFinding> Findings
        { get; } = [];
    }
}
