namespace Conformance.Reports.Baselines;

/// <summary>A baseline cannot be used as it is. The message has one line for each error: <c>file:line: what, why, next step</c>.</summary>
/// <param name="message">The errors, one a line.</param>
public sealed class BaselineException(string message) : Exception(message);
