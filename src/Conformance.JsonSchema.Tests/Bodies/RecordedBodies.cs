using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Mutation;
using Conformance.Testing;

namespace Conformance.JsonSchema.Tests.Bodies;

/// <summary>What went over the wire in a run of the whole suite against the embedded homeserver.</summary>
internal static partial class RecordedBodies
{
    /// <summary>Makes the run. Bodies that differ in their texts alone count once.</summary>
    public static async Task<IReadOnlyList<JudgedBody>> RecordAsync(string version)
    {
        var suite = new Suite();
        await using var homeservers = suite.Homeservers([]);
        var results = await suite.ResultsOfAsync(suite.Scenarios, homeservers, CancellationToken.None);
        return [.. results
            .SelectMany(result => result.Context.Values.OfType<ScenarioRecord>())
            .SelectMany(record => record.Exchanges)
            .SelectMany(Parts)
            .Where(part => part.Schema is not null)
            .DistinctBy(part => (part.Schema, Text().Replace(part.Body?.ToJsonString() ?? "null", "\"\"")))
            .Select(part =>
                new JudgedBody(
                    part.Schema!, File.ReadAllBytes(Path.Combine(Repository.Root, "schemas", version, part.Schema!)), part.Body))];
    }

    private static IEnumerable<(string? Schema, JsonNode? Body)> Parts(Exchange exchange)
    {
        if (exchange.Operation is not { } operation)
            yield break;
        if (Parse(exchange.Request.Body) is { } request)
            yield return (operation.Request?.Schema, request);
        var status = exchange.Response?.Status.ToString(CultureInfo.InvariantCulture);
        if (operation.Responses.FirstOrDefault(documented => documented.Status == status) is { } response
            && Parse(exchange.Response!.Body) is { } body)
            yield return (response.Schema, body);
    }

    private static JsonNode? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonNode.Parse(body.Span);
        }
        catch (JsonException)
        {
            // Some scenarios send what is not JSON.
            return null;
        }
    }

    [GeneratedRegex("""(?<=: ?)"(\\.|[^"\\])*""")]
    private static partial Regex Text();
}
