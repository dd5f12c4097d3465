namespace Conformance.Homeservers.Profiles;

/// <summary>The target cannot be tested: it is not there, is no homeserver, or lets nobody in (exit code 3).</summary>
/// <param name="message">One line: what was tried, why it failed, what to do.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class TargetException(string message, Exception? inner = null) : Exception(message, inner);
