using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Spec;
using Conformance.Spec.Loading;
using FluentAssertions;

namespace Conformance.Companions.Tests;

/// <summary>Calls the operations of an API at the companions, and holds every answer against what the specification says of it: its status,
/// the schema of its body, the standard error.</summary>
/// <param name="companions">The companions.</param>
/// <param name="api">The API, by the folder of its schemas.</param>
/// <param name="general">The errors that the API's prose allows at any operation: status and code.</param>
internal sealed class SpecifiedApi(CompanionsFixture companions, string api, params (int Status, string Code)[] general)
{
    private static readonly Specification Newest = Specification.LoadEmbedded(Specification.Embedded.Max());

    /// <summary>The operations of the API.</summary>
    public IEnumerable<Operation> Operations => Newest.Operations.Where(operation => operation.Api == api);

    /// <summary>A body that the operation's request schema allows; null where it takes none.</summary>
    public static JsonObject? Sample(Operation operation) => Newest.SampleRequest(operation);

    /// <summary>Calls an operation, and holds its answer.</summary>
    /// <param name="id">The operation's id.</param>
    /// <param name="arguments">Path and query parameters.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="token">The access token; null for none.</param>
    /// <returns><c>200</c>, or status and error code, and the body; null where it is not JSON.</returns>
    public async Task<(string Outcome, JsonNode? Body)> CallAsync(
        string id, (string Name, string Value)[]? arguments = null, JsonNode? body = null, string? token = null)
    {
        Newest.TryGetOperation(api, id, out var operation).Should().BeTrue("{0} has {1}", api, id);
        using var request = Request(operation!, operation!.Method, arguments ?? [], body, token);
        using var answer = await companions.Http.SendAsync(request);
        return await HeldAsync(operation, answer);
    }

    /// <summary>Calls an operation's path with another method.</summary>
    public async Task<string> CallByAsync(Operation operation, string method, string token)
    {
        using var request = Request(operation, method, [], null, token);
        using var answer = await companions.Http.SendAsync(request);
        return Outcome(answer, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }

    private HttpRequestMessage Request(
        Operation operation, string method, (string Name, string Value)[] arguments, JsonNode? body, string? token)
    {
        var path = operation.Path;
        var query = new List<string>();
        foreach (var parameter in operation.Parameters)
        {
            var given = arguments.Where(argument => argument.Name == parameter.Name).Select(argument => argument.Value).FirstOrDefault();
            if (parameter.Location == ParameterLocation.Path)
                path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(given ?? "made-up"), StringComparison.Ordinal);
            else if (given is not null)
                query.Add($"{parameter.Name}={Uri.EscapeDataString(given)}");
        }

        var request = new HttpRequestMessage(new HttpMethod(method), companions.Url($"{path}?{string.Join('&', query)}"));
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private async Task<(string Outcome, JsonNode? Body)> HeldAsync(Operation operation, HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var isJson = answer.Content.Headers.ContentType?.MediaType == "application/json";
        var body = isJson ? JsonNode.Parse(bytes) : null;
        var outcome = Outcome(answer, body);
        var documented = operation.ResponseFor((int)answer.StatusCode);
        var isGeneral = general.Any(error => outcome == $"{error.Status} {error.Code}");
        (documented is not null || isGeneral).Should().BeTrue("{0} answers {1}, which is documented", operation, outcome);
        if (documented is not null && Newest.ResponseSchema(operation, documented, Newest.Version) is { } schema)
        {
            isJson.Should().BeTrue("{0} answers {1} with JSON", operation, outcome);
            schema.Validate(bytes).Should().BeEmpty("{0} answers {1} with {2}", operation, outcome, body);
        }

        if ((int)answer.StatusCode >= 400 && isJson)
        {
            body!["errcode"]!.GetValue<string>().Should().NotBeEmpty();
            body["error"]!.GetValue<string>().Should().NotBeEmpty();
        }

        return (outcome, body);
    }

    private static string Outcome(HttpResponseMessage answer, JsonNode? body) =>
        $"{(int)answer.StatusCode} {body?["errcode"]?.ToString()}".TrimEnd();
}
