using System.Diagnostics.CodeAnalysis;

namespace Reqnroll.BoDi;

/// <summary>An object cannot be registered or made.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="resolutionPath">Which types were being made, the outermost first.</param>
[SuppressMessage("Design", "CA1032", Justification = "The shape is Reqnroll's.")]
public class ObjectContainerException(string message, Type[]? resolutionPath) : Exception(
    resolutionPath is { Length: > 0 } ? $"{message} (needed by {string.Join(" -> ", resolutionPath.Select(type => type.FullName))})" : message);
