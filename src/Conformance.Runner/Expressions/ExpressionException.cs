namespace Conformance.Runner.Expressions;

/// <summary>An expression of a step definition is not valid.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
