using System.Diagnostics.CodeAnalysis;

namespace Reqnroll;

/// <summary>The method makes a step's argument of its return type from text, from the groups of a regular expression, or from a table.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
[SuppressMessage("Design", "CA1019", Justification = "The shape is Reqnroll's.")]
public class StepArgumentTransformationAttribute : Attribute
{
    /// <summary>The <see cref="Order"/> where none is given.</summary>
    public const int DefaultOrder = 10000;

    /// <summary>Takes the regular expression that the whole argument has to match; its groups are the method's arguments.</summary>
    public StepArgumentTransformationAttribute(string? regex, int order = DefaultOrder)
    {
        Regex = regex;
        Order = order;
    }

    /// <summary>The method receives the whole argument.</summary>
    public StepArgumentTransformationAttribute()
    {
    }

    /// <summary>The regular expression that the whole argument has to match; null for any.</summary>
    public string? Regex { get; set; }

    /// <summary>The name of the parameter type in cucumber expressions: <c>Name = "actor"</c> is written <c>{actor}</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Of several that fit, the lowest is taken.</summary>
    public int Order { get; set; } = DefaultOrder;
}
