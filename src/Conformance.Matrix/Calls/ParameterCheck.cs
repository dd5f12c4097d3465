using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Calls;

/// <summary>Holds the parameters of requests against their schemas. In a URL or a header every value is text; the schema says what the
/// text must be.</summary>
/// <param name="specification">The specification with the schemas.</param>
internal sealed partial class ParameterCheck(Specification specification)
{
    /// <summary>What is wrong with a parameter of a request, as in <c>expected integer, got string ("ten")</c>; null if nothing is, or no
    /// schema says what it must be.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="parameter">One of its parameters.</param>
    /// <param name="values">Its values, decoded: one, or several of a parameter that is repeated.</param>
    public string? FaultOf(Operation operation, OperationParameter parameter, IReadOnlyList<string> values)
    {
        if (values.Count == 0 || specification.ParameterSchema(operation, parameter) is not { } schema)
            return null;
        // The members of an object are parameters of their own, whatever the object itself is called.
        if (schema.IsValid("{}"u8))
            return null;
        var readings = Readings(values).Select(reading => Encoding.UTF8.GetBytes(reading)).ToList();
        return readings.Exists(reading => schema.IsValid(reading)) ? null : schema.Validate(readings[0])[0].Message;
    }

    /// <summary>The JSON values that a text can stand for, the narrowest first. A list may have a single item.</summary>
    private static IEnumerable<string> Readings(IReadOnlyList<string> values)
    {
        if (values is [var only])
        {
            if (NumberOrBoolean().IsMatch(only))
                yield return only;
            yield return JsonSerializer.Serialize(only);
        }

        yield return JsonSerializer.Serialize(values);
    }

    [GeneratedRegex(@"^(true|false|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)\z")]
    private static partial Regex NumberOrBoolean();
}
