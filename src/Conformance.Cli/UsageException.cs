namespace Conformance.Cli;

/// <summary>The user asked for something that cannot be done. Shown as it is; exit code 2.</summary>
/// <param name="message">What is wrong, why, and the next step, in one line.</param>
/// <param name="inner">The cause, if there is one.</param>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
