using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>The method defines a step. A table or a doc string is its last parameter.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class StepDefinitionBaseAttribute : Attribute
{
    /// <summary>Takes expression and kinds.</summary>
    protected StepDefinitionBaseAttribute(string? expression, StepDefinitionType[] types)
    {
        Expression = expression;
        Types = types;
    }

    /// <summary>Which kinds of step it defines.</summary>
    public StepDefinitionType[] Types { get; }

    /// <summary>The cucumber expression, or regular expression, that the step's text has to match as a whole.</summary>
    public string? Expression { get; set; }

    /// <summary>How <see cref="Expression"/> is to be read.</summary>
    public ExpressionType ExpressionType { get; set; } = ExpressionType.Unspecified;
}
