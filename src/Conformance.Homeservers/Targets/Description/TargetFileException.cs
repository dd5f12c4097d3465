namespace Conformance.Homeservers.Targets.Description;

/// <summary>A target file cannot be used as it is (exit code 2). The message has one line for each error: <c>file:line: what is wrong; what to do</c>.</summary>
/// <param name="message">The errors, one a line.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class TargetFileException(string message, Exception? inner = null) : Exception(message, inner);
