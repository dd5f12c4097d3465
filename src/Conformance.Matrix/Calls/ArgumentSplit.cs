using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Calls;

/// <summary>The arguments of a call, each where the manifest has it.</summary>
internal sealed class ArgumentSplit
{
    /// <summary>Splits the arguments.</summary>
    /// <exception cref="SuiteErrorException">An argument is missing, or has nowhere to go.</exception>
    public ArgumentSplit(
        Operation operation, IReadOnlyDictionary<string, JsonNode?> arguments, bool malformed,
        IReadOnlyDictionary<string, string>? encoded = null)
    {
        var path = new StringBuilder(operation.Path);
        foreach (var parameter in operation.Parameters)
        {
            if (!arguments.TryGetValue(parameter.Name, out var value))
            {
                if (parameter.Location == ParameterLocation.Path || (parameter.Required && !malformed))
                    throw new SuiteErrorException(
                        $"{operation.Id} needs the {Name(parameter.Location)} parameter \"{parameter.Name}\"",
                        "give it in the step.");
                continue;
            }

            // Only a parameter of the query can be repeated.
            List<string> texts = parameter.Location == ParameterLocation.Query && value is JsonArray values
                ? [.. values.Select(item => Text(operation, parameter.Name, item))]
                : [Text(operation, parameter.Name, value)];
            Parameters.Add((parameter, texts));
            switch (parameter.Location)
            {
                case ParameterLocation.Path:
                    path.Replace(
                        $"{{{parameter.Name}}}", encoded?.GetValueOrDefault(parameter.Name) ?? PercentEncoding.Segment(texts[0]));
                    break;
                case ParameterLocation.Query:
                    Query.AddRange(texts.Select(text => KeyValuePair.Create(parameter.Name, text)));
                    break;
                default:
                    Headers.Add(new(parameter.Name, texts[0]));
                    break;
            }
        }

        Path = path.ToString();
        var elsewhere = operation.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, value) in arguments.Where(argument => !elsewhere.Contains(argument.Key)))
        {
            if (operation.Request is null && !malformed)
                throw new SuiteErrorException($"{operation.Id} takes no argument \"{name}\"", $"{Takes(elsewhere)}.");
            Body[name] = value?.DeepClone();
        }
    }

    /// <summary>The parameters that were given, and the values of each, not encoded.</summary>
    public List<(OperationParameter Parameter, IReadOnlyList<string> Values)> Parameters { get; } = [];

    /// <summary>The path, encoded.</summary>
    public string Path { get; }

    /// <summary>The query's parameters, not encoded.</summary>
    public List<KeyValuePair<string, string>> Query { get; } = [];

    /// <summary>The header fields.</summary>
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>The body's members.</summary>
    public JsonObject Body { get; } = [];

    /// <summary>What messages call a place for parameters.</summary>
    public static string Name(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Query => "query",
        _ => "header",
    };

    private static string Takes(HashSet<string> names) => names.Count == 0 ? "it takes none" : $"it takes {string.Join(", ", names)}";

    private static string Text(Operation operation, string name, JsonNode? value) => value switch
    {
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => scalar.GetValue<string>(),
        JsonValue scalar => scalar.ToJsonString(),
        _ => throw new SuiteErrorException(
            $"the parameter \"{name}\" of {operation.Id} is neither text, number nor boolean",
            "it cannot go into the URL or a header."),
    };
}
