namespace Conformance.Companions;

/// <summary>The companions cannot be started.</summary>
/// <param name="message">One line: what was tried, why it failed, what to do.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class CompanionException(string message, Exception? inner = null) : Exception(message, inner);
