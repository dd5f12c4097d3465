namespace Conformance.Runner.Bindings;

/// <summary>What becomes of looking up a step's definition.</summary>
internal abstract record StepMatch
{
    /// <summary>One definition fits.</summary>
    public sealed record Found(StepDefinition Definition) : StepMatch;

    /// <summary>None fits the text.</summary>
    /// <param name="OfOtherKind">Those that would fit if the keyword were another.</param>
    public sealed record Undefined(IReadOnlyList<StepDefinition> OfOtherKind) : StepMatch;

    /// <summary>Several fit.</summary>
    public sealed record Ambiguous(IReadOnlyList<StepDefinition> Candidates) : StepMatch;

    /// <summary>The text fits, what it gives does not fit the method's parameters.</summary>
    /// <param name="Candidates">The definitions whose expressions fit.</param>
    /// <param name="Reasons">Why each does not, in the same order.</param>
    public sealed record Misfit(IReadOnlyList<StepDefinition> Candidates, IReadOnlyList<string> Reasons) : StepMatch;
}
