using System.Reflection;
using System.Text.RegularExpressions;
using Reqnroll;

namespace Conformance.Runner.Bindings;

/// <summary>A method that makes a step's argument.</summary>
/// <param name="Regex">What the whole text has to match; null for any.</param>
/// <param name="Name">The parameter type's name in cucumber expressions; null for the return type's.</param>
/// <param name="Order">Of several that fit, the lowest is taken.</param>
/// <param name="Method">The method.</param>
internal sealed record ArgumentTransformation(Regex? Regex, string? Name, int Order, MethodInfo Method)
{
    /// <summary>Whether it makes the type of the value.</summary>
    public bool Fits(object value, Type target)
    {
        if (BindingMethod.ResultOf(Method) != target)
            return false;
        if (Regex is not null && value is string text)
            return Regex.IsMatch(text);

        var takesTable = Method.GetParameters().FirstOrDefault() is { } first && typeof(Table).IsAssignableFrom(first.ParameterType);
        return takesTable == value is Table;
    }
}
