
namespace Conformance.Runner.Results;

/// <summary>
/// A run ended with something wrong that belongs to none of its scenarios: a hook after a feature or the run, or an observer, threw.
/// </summary>
/// <param name="message">What, one a line.</param>
/// <param name="innerException">What was thrown.</param>
/// <param name="results">The scenarios' results, which hold nonetheless.</param>
public sealed class RunFailedException(string message, Exception innerException, IReadOnlyList<ScenarioResult> results)
    : Exception(message, innerException)
{
    /// <summary>The scenarios' results, which hold nonetheless.</summary>
    public IReadOnlyList<ScenarioResult> Results { get; } = results;
}
