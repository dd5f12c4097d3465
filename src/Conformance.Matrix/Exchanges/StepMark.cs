namespace Conformance.Matrix.Exchanges;

/// <summary>A step of a scenario while it runs: exchanges with the same mark were made by the same step.</summary>
/// <param name="text">The step's keyword and text.</param>
public sealed class StepMark(string text)
{
    /// <summary>The step's keyword and text.</summary>
    public override string ToString() => text;
}
