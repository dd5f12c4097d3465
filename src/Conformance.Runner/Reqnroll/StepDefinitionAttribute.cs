using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>The method defines a step of every kind.</summary>
/// <param name="expression">The expression that the step's text has to match.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class StepDefinitionAttribute(string? expression)
    : StepDefinitionBaseAttribute(expression, [StepDefinitionType.Given, StepDefinitionType.When, StepDefinitionType.Then]);
