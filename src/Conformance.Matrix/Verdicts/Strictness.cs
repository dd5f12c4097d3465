namespace Conformance.Matrix.Verdicts;

/// <summary>How heavily a run weighs what it finds.</summary>
public enum Strictness
{
    /// <summary>A recommendation, and what follows from the text without being stated, only warns, unless an account or a person's data is
    /// at stake.</summary>
    Normal,

    /// <summary>A warning counts as a failure.</summary>
    Strict,

    /// <summary>What follows from the text without being stated only warns, whatever is at stake.</summary>
    Lenient,
}
