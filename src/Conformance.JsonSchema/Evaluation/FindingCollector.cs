using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Evaluation;

/// <summary>Collects findings. A sentence about a value is kept once, whichever subschema says it.</summary>
internal sealed class FindingCollector(int limit)
{
    private readonly List<SchemaFinding> _findings = [];
    private readonly HashSet<(string, string)> _said = [];

    /// <summary>The findings so far.</summary>
    public IReadOnlyList<SchemaFinding> Findings => _findings;

    /// <summary>Whether the collector takes no more findings.</summary>
    public bool IsFull => _findings.Count >= limit;

    /// <summary>Adds a finding of a keyword.</summary>
    public void Add(Schema schema, string keyword, InstancePath? path, string message) =>
        Add(schema.KeywordPointer(keyword), keyword, path, message);

    /// <summary>Adds a finding of a keyword whose pointer continues below it.</summary>
    public void Add(string schemaPointer, string keyword, InstancePath? path, string message) =>
        Add(new SchemaFinding(InstancePath.Pointer(path), schemaPointer, keyword, message));

    /// <summary>Adds a finding.</summary>
    public void Add(SchemaFinding finding)
    {
        if (!IsFull && _said.Add((finding.InstancePointer, finding.Message)))
            _findings.Add(finding);
    }
}
