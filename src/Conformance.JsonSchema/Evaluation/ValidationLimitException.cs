namespace Conformance.JsonSchema.Evaluation;

/// <summary>Evaluation was given up because it would cost too much. Becomes a finding; no caller outside sees it.</summary>
internal sealed class ValidationLimitException(SchemaFinding finding) : Exception(finding.Message)
{
    /// <summary>The finding that it becomes.</summary>
    public SchemaFinding Finding { get; } = finding;
}
