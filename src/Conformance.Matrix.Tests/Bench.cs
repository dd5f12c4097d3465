using System.Text;
using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Testing.Wire;

namespace Conformance.Matrix.Tests;

/// <summary>What the tests of the driver share: the built-in specification, and short ways to make calls.</summary>
internal static class Bench
{
    public static readonly SpecVersion Newest = Specification.Embedded.Max();

    private static readonly Lazy<Specification> Loaded = new(() => Specification.LoadEmbedded(Newest));
    private static readonly Lazy<RequirementCatalogue> Catalogue = new(RequirementCatalogue.LoadEmbedded);

    public static Specification Specification => Loaded.Value;

    public static MatrixClient Client(Uri baseUrl, Redactor? redactor = null, TimeSpan? timeout = null, TimeSpan? rateLimit = null,
        string? caFile = null, bool insecure = false) => new(
        new MatrixClientOptions
        {
            BaseUrl = baseUrl,
            RequestTimeout = timeout ?? TimeSpan.FromSeconds(20),
            RateLimitDeadline = rateLimit ?? TimeSpan.FromSeconds(20),
            CaFile = caFile,
            Insecure = insecure,
        },
        Specification,
        Newest,
        redactor ?? new Redactor());

    public static OperationCall Call(string operationId, params (string Name, JsonNode? Value)[] arguments) => new()
    {
        Operation = Specification.GetOperation(operationId),
        Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Value),
    };

    public static Target Target(Uri baseUrl) => new()
    {
        Name = "fake",
        BaseUrl = baseUrl,
        SpecVersion = Newest,
        Offers = new HashSet<Need>(),
    };

    public static TestRun Run(Target target, bool keepAccounts = false, TimeSpan? cleanUp = null) => new(new TestRunOptions
    {
        Specification = Specification,
        Requirements = Catalogue.Value,
        Target = target,
        KeepAccounts = keepAccounts,
        RequestTimeout = TimeSpan.FromSeconds(20),
        CleanUpDeadline = cleanUp ?? TimeSpan.FromSeconds(20),
    });

    /// <summary>An exchange as if it had been made.</summary>
    public static Exchange Exchange(string? operationId, int status, string body, IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? method = null, string path = "/_matrix/client/v3/x") =>
        Exchange(operationId, status, Encoding.UTF8.GetBytes(body), headers, method, path);

    public static Exchange Exchange(string? operationId, int status, byte[] body, IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? method = null, string path = "/_matrix/client/v3/x")
    {
        var operation = operationId is null ? null : Specification.GetOperation(operationId);
        var response = new RecordedResponse(status, [.. headers ?? WellMade], body) { Json = ServerJson.Read(body) };
        return new Exchange
        {
            Operation = operation,
            Role = ExchangeRole.Subject,
            Caller = "Alice on \"PHONE\"",
            Request = new RecordedRequest(method ?? operation?.Method ?? "GET", new Uri($"http://localhost{operation?.Path ?? path}"), [],
                default),
            Response = response,
            Duration = TimeSpan.FromMilliseconds(1),
        };
    }

    public static readonly IReadOnlyList<KeyValuePair<string, string>> WellMade =
        [.. FakeAnswer.Cors.Select(header => KeyValuePair.Create(header.Name, header.Value)), new("Content-Type", "application/json")];
}
