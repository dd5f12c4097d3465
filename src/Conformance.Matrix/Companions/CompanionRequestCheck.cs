using Conformance.Matrix.Calls;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Companions;

/// <summary>Holds what the homeserver asks of the suite's own servers against the specification of their APIs: required parameters, the
/// schemas of parameters and of the body.</summary>
/// <param name="specification">The specification with the schemas.</param>
/// <param name="underTest">The version that the homeserver claims: properties that came later are not required.</param>
internal sealed class CompanionRequestCheck(Specification specification, SpecVersion underTest)
{
    private readonly ParameterCheck _parameters = new(specification);

    /// <summary>The operation that a request is for; null if none of the API is, as with a version of the API that the specification
    /// no longer has.</summary>
    public Operation? OperationOf(CompanionRequest request) =>
        specification.Operations
            .Where(operation => operation.Api == request.Api && operation.Method == request.Method
                && Values(operation.Path, request.Path) is not null)
            .MinBy(operation => operation.Path.Count(character => character == '{'));

    /// <summary>What is wrong with a request, one phrase that begins with the place; null if nothing is. Members and parameters that the
    /// specification does not have are not held against it.</summary>
    public string? FaultOf(CompanionRequest request, Operation operation) =>
        FaultOfParameters(request, operation) ?? FaultOfBody(request, operation);

    private string? FaultOfParameters(CompanionRequest request, Operation operation)
    {
        var path = Values(operation.Path, request.Path) ?? [];
        foreach (var parameter in operation.Parameters)
        {
            string[] values = parameter.Location switch
            {
                ParameterLocation.Path => path.TryGetValue(parameter.Name, out var segment) ? [segment] : [],
                ParameterLocation.Query => [.. request.Query.Where(given => given.Key == parameter.Name).Select(given => given.Value)],
                _ => [],
            };
            var where = $"the {ArgumentSplit.Name(parameter.Location)} parameter \"{parameter.Name}\"";
            if (values.Length == 0 && parameter is { Required: true, Location: ParameterLocation.Query } && !(parameter.Since > underTest))
                return $"{where} is missing";
            if (_parameters.FaultOf(operation, parameter, values) is { } fault)
                return $"{where}: {fault}";
        }

        return null;
    }

    private string? FaultOfBody(CompanionRequest request, Operation operation)
    {
        if (request.Body.IsEmpty)
            return operation.Request is { Required: true } ? "there is no body" : null;
        if (specification.RequestSchema(operation, underTest)?.Validate(request.Body.Span) is not [var first, ..])
            return null;
        return $"{(first.InstancePointer is { Length: > 0 } pointer ? pointer : "the body")}: {first.Message}";
    }

    /// <summary>The values that a path has for the parameters of a template; null if it is another path.</summary>
    private static Dictionary<string, string>? Values(string template, string path)
    {
        var (names, segments) = (template.Split('/'), path.Split('/'));
        if (names.Length != segments.Length)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, segment) in names.Zip(segments))
        {
            if (name is ['{', .. var parameter, '}'])
                values[parameter] = Uri.UnescapeDataString(segment);
            else if (name != segment)
                return null;
        }

        return values;
    }
}
