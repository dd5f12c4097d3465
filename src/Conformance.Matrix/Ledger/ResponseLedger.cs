using System.Globalization;
using Conformance.Matrix.Exchanges;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Ledger;

/// <summary>What a run saw of every kind of response (operation and status), whatever scenario it came in. Safe to use from many scenarios
/// at once.</summary>
public sealed class ResponseLedger
{
    // A server that makes up a new member for each answer gives no end of findings.
    private const int MostFindings = 100;
    private const int FirstServerError = 500;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Operation, int Status), Row> _rows = [];
    private readonly Dictionary<string, Answers> _answers = new(StringComparer.Ordinal);
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
                            row.Key.Operation,
                            row.Key.Status,
                            row.Value.Documented,
                            row.Value.Count,
                            [.. FindingsOf(row.Key, row.Value).Select(found => Settled(row.Key.Operation, found))])
                    {
                        DocumentedAs = row.Value.DocumentedAs,
                        CameAgain = IsServerError(row.Key.Status, row.Value) ? row.Value.CameAgain : null,
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

    /// <summary>Whether an answer has shown that the server has an operation: one that is neither a 404 or 405, nor what a loaded server or
    /// a proxy answers for any.</summary>
    public bool Shows(string operationId)
    {
        lock (_gate)
        {
            return _rows.Keys.Any(kind => kind.Operation == operationId && kind.Status is not (404 or 405 or 429) and < FirstServerError);
        }
    }

    /// <summary>Adds a judged exchange. One outside the manifest goes under a name of <see cref="OutsideManifest"/>.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="underTest">The version that the server is checked against: newer members are not counted.</param>
    /// <param name="isAlone">Whether it is of a scenario that was tried once more, with no other beside it.</param>
    public void Add(Exchange exchange, SpecVersion underTest, bool isAlone = false)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (Count(exchange, exchange.Operation, underTest, isAlone) is { Value: { } marks } && exchange.Response?.Json is { } body)
            marks.Mark(body);
    }

    /// <summary>Counts an exchange, and says where to mark what its answer has; schemas are read and answers looked through by one scenario
    /// without the others waiting.</summary>
    private Lazy<PlaceMarks?>? Count(Exchange exchange, Operation? operation, SpecVersion underTest, bool isAlone)
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
            row.CameAgain |= isAlone;
            var answers = _answers.GetValueOrDefault(name);
            _answers[name] = new Answers(answers.Count + 1, answers.HasAlone || isAlone);
            foreach (var finding in exchange.Findings)
            {
                // What is wrong in another way is another finding, and the same fault in the next element of an array the same.
                var key = (finding.Kind, finding.Severity, Seen.Of(finding.Pointer, finding.Actual), Seen.AnyElement(finding.Expected));
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

    private static bool IsServerError(int status, Row row) => status >= FirstServerError && !row.Documented;

    // An operation may have been asked for before it had answered anything else.
    private LedgerFinding Settled(string operation, LedgerFinding found) =>
        found.Finding.Kind is FindingKind.NotImplemented && Shows(operation)
            ? found with { Finding = found.Finding with { Severity = FindingSeverity.Note } }
            : found;

    // A server that breaks under the load of many scenarios is not a wrong one. What its answer lacks then (the page of a proxy lacks
    // much) is not held against it either.
    private IEnumerable<LedgerFinding> FindingsOf((string Operation, int Status) kind, Row row)
    {
        if (!IsServerError(kind.Status, row) || row.CameAgain)
            return row.Findings.Values;
        var answers = _answers[kind.Operation];
        var end = answers.HasAlone ? "and not again when tried alone" : "and was not tried alone";
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{kind.Operation} answered {kind.Status} {row.Count} {(row.Count == 1 ? "time" : "times")} of {answers.Count}, {end}.");
        return row.Findings.Values.Select(found => found with
        {
            Finding = found.Finding with
            {
                Severity = FindingSeverity.Note,
                Message = found.Finding.Kind is FindingKind.ServerError ? message : found.Finding.Message,
            },
        });
    }

    private readonly record struct Answers(int Count, bool HasAlone);

    private sealed class Row(string? documentedAs, Lazy<PlaceMarks?>? marks)
    {
        public Lazy<PlaceMarks?>? Marks { get; } = marks;

        public string? DocumentedAs { get; } = documentedAs;

        public bool Documented => DocumentedAs is not null;

        public int Count { get; set; }

        public bool CameAgain { get; set; }

        public OrderedDictionary<(
            FindingKind Kind, FindingSeverity Severity, string Seen, string Expected), LedgerFinding> Findings
        { get; } = [];
    }
}
