namespace Conformance.Matrix.Verdicts;

/// <summary>The suite itself is at fault: a request of its own that breaks the request's schema, a feature that names an unknown operation, a companion that did not start.</summary>
/// <param name="message">What is wrong, why, and the next step, in one line.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class SuiteErrorException(string message, Exception? inner = null) : Exception(message, inner);
