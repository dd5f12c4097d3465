using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>The method defines a <c>Then</c> step: what has to be so after.</summary>
/// <param name="expression">The expression that the step's text has to match.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class ThenAttribute(string? expression) : StepDefinitionBaseAttribute(expression, [StepDefinitionType.Then]);
