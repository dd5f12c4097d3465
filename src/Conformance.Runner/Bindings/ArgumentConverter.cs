using System.ComponentModel;
using System.Globalization;
using Reqnroll.BoDi;

namespace Conformance.Runner.Bindings;

/// <summary>Makes the arguments of step definitions from text and tables, as Reqnroll does and in its order.</summary>
/// <param name="transformations">Those with the lowest order first.</param>
internal sealed class ArgumentConverter(IReadOnlyList<ArgumentTransformation> transformations)
{
    /// <summary>Numbers and dates are written the same way everywhere.</summary>
    private static CultureInfo Culture => CultureInfo.InvariantCulture;

    /// <summary>Whether the value can be made the type. Runs no transformation.</summary>
    public bool CanConvert(object value, Type target)
    {
        if (Find(value, target) is not null || target.IsInstanceOfType(value))
            return true;
        try
        {
            ConvertSimply(value, target);
            return true;
        }
        catch (Exception exception) when (exception is InvalidCastException or OverflowException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Makes the value the type.</summary>
    public Task<object?> ConvertAsync(object value, Type target, IObjectContainer container) => ConvertAsync(value, target, container, null);

    private async Task<object?> ConvertAsync(object value, Type target, IObjectContainer container, ArgumentTransformation? last)
    {
        // A transformation from a type to itself would go on for ever.
        if (Find(value, target) is { } transformation && transformation != last)
            return await TransformAsync(transformation, value, container);
        return target.IsInstanceOfType(value) ? value : ConvertSimply(value, target);
    }

    private async Task<object?> TransformAsync(ArgumentTransformation transformation, object value, IObjectContainer container)
    {
        var parameters = transformation.Method.GetParameters();
        List<object> parts = transformation.Regex is not null && value is string text
            ? [.. transformation.Regex.Match(text).Groups.Values.Skip(1).Select(group => group.Value)]
            : [value];
        var arguments = new object?[parts.Count];
        for (var i = 0; i < parts.Count; i++)
            arguments[i] = await ConvertAsync(parts[i], parameters[i].ParameterType, container, transformation);
        return await BindingMethod.InvokeAsync(transformation.Method, arguments, container);
    }

    private ArgumentTransformation? Find(object value, Type target) => transformations.FirstOrDefault(transformation => transformation.Fits(value, target));

    private static object? ConvertSimply(object value, Type target)
    {
        if (target.IsEnum && value is string name)
            return Enum.Parse(target, name.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
        if (target == typeof(Guid?) && value is "")
            return null;

        var converter = TypeDescriptor.GetConverter(target);
        if (converter.CanConvertFrom(value.GetType()))
        {
            try
            {
                return converter.ConvertFrom(null, Culture, value);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Converters throw what they like; the conversion below says it in the usual way.
            }
        }

        return Convert.ChangeType(value, target, Culture);
    }
}
