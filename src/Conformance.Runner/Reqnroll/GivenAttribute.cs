using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>The method defines a <c>Given</c> step: what is so before.</summary>
/// <param name="expression">The expression that the step's text has to match.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class GivenAttribute(string? expression) : StepDefinitionBaseAttribute(expression, [StepDefinitionType.Given]);
