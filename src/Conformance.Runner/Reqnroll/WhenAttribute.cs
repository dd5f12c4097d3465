using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>The method defines a <c>When</c> step: what is done.</summary>
/// <param name="expression">The expression that the step's text has to match.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class WhenAttribute(string? expression) : StepDefinitionBaseAttribute(expression, [StepDefinitionType.When]);
