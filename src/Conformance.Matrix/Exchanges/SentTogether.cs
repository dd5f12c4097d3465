namespace Conformance.Matrix.Exchanges;

/// <summary>Requests that were sent at the same time: their exchanges have the same mark, and stand in the order of the answers.</summary>
/// <param name="number">Which of the scenario's: 1 for the first requests that were sent so, and so on.</param>
public sealed class SentTogether(int number)
{
    /// <summary>Which of the scenario's, from 1.</summary>
    public int Number { get; } = number;
}
