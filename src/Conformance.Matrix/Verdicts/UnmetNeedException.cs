using Conformance.Spec;

namespace Conformance.Matrix.Verdicts;

/// <summary>Ends a scenario because the server asks for something that the suite cannot do; neither is at fault.</summary>
/// <param name="need">What would be needed.</param>
/// <param name="message">What was asked for, one sentence.</param>
public sealed class UnmetNeedException(Need need, string message) : Exception(message)
{
    /// <summary>What would be needed.</summary>
    public Need Need { get; } = need;
}
