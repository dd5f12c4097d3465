using Conformance.Matrix.Redaction;

namespace Conformance.Matrix.Scenarios.Knowledge;

/// <summary>What the suite knows of a scenario's people, accounts and validation sessions; calls change it by their effects.</summary>
/// <param name="redactor">Learns new secrets.</param>
internal sealed class SuiteKnowledge(Redactor redactor)
{
    /// <summary>The actors.</summary>
    public People People { get; } = new();

    /// <summary>What to remove in the end.</summary>
    public AccountsToRemove Accounts { get; } = new();

    /// <summary>The validation sessions.</summary>
    public ValidationSessions Validations { get; } = new();

    /// <summary>Learns new secrets.</summary>
    public Redactor Redactor { get; } = redactor;
}
