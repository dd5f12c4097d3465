namespace Conformance.Homeservers.Containers;

/// <summary>No containers can be made, or one cannot be used: no engine, no image, or a refusal of the engine.</summary>
/// <param name="message">One line: what was tried, why it failed, what to do.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class ContainerException(string message, Exception? inner = null) : Exception(message, inner);
