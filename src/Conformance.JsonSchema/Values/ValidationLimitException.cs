using Conformance.JsonSchema.Patterns;

namespace Conformance.JsonSchema.Values;

/// <summary>Evaluation stopped because it would cost too much. Becomes a finding; no caller outside sees it.</summary>
internal sealed class ValidationLimitException : Exception
{
    private const string Keyword = "limit";

    private ValidationLimitException(SchemaFinding finding)
        : base(finding.Message) => Finding = finding;

    /// <summary>The finding that it becomes.</summary>
    public SchemaFinding Finding { get; }

    public static ValidationLimitException TooLong() =>
        new(new SchemaFinding("", "", Keyword, "the validation was given up: it takes too many steps for an instance of this size"));

    public static ValidationLimitException TooDeep() =>
        new(new SchemaFinding("", "", Keyword, "the validation was given up: schema and instance nest too deeply"));

    public static ValidationLimitException Regex(Pattern pattern, string schemaPointer, InstancePath? path) =>
        new(new SchemaFinding(InstancePath.Pointer(path), schemaPointer, Keyword,
            $"the validation was given up: matching {pattern.Source} takes too long"));
}
