using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Calls;

/// <summary>Makes requests from calls: each argument where the manifest puts it, and the body checked against its schema.</summary>
internal sealed class RequestBuilder(Uri baseUrl, Specification specification, SpecVersion underTest, Redactor redactor)
{
    // A page at another origin: a server that sends CORS headers only to those who name an origin must get the chance to.
    private const string Origin = "https://client.example.org";

    // Text beyond ASCII goes out as UTF-8, not as escapes: the curl line stays readable.
    private static readonly JsonSerializerOptions AsWritten =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ParameterCheck _parameters = new(specification);

    public RecordedRequest Build(OperationCall call, Caller caller)
    {
        var operation = call.Operation;
        var arguments = new ArgumentSplit(operation, call.Arguments, call.Malformed, call.EncodedPath);
        if (!call.Malformed)
            Check(operation, arguments.Parameters);
        var body = Body(call, arguments.Body);
        var query = arguments.Query.Concat(call.ExtraQuery);
        if (call.TokenInQuery && caller.AccessToken is { } token)
            query = query.Append(new("access_token", token));
        var queryText = string.Join('&', query.Select(pair => $"{PercentEncoding.Query(pair.Key)}={PercentEncoding.Query(pair.Value)}"));
        var url = PercentEncoding.Join(baseUrl, queryText.Length == 0 ? arguments.Path : $"{arguments.Path}?{queryText}");
        var contentType = operation.Request?.MediaTypes is [var only, ..] ? only : "application/json";
        var headers =
            Headers(call.TokenInQuery ? null : caller.AccessToken, body is null ? null : contentType, arguments.Headers, call.Headers);
        return new RecordedRequest(operation.Method, url, [.. headers, .. call.RepeatedHeaders], body ?? default);
    }

    public RecordedRequest Build(RawCall call, Caller caller)
    {
        if (!call.PathAndQuery.StartsWith('/'))
            throw new SuiteErrorException(
                $"the path \"{call.PathAndQuery}\" of a raw request does not begin with a slash",
                "give it from the root of the server.");
        var headers = Headers(caller.AccessToken, call.Body is null ? null : call.ContentType, [], call.Headers);
        return new RecordedRequest(call.Method, PercentEncoding.Join(baseUrl, call.PathAndQuery), headers, call.Body ?? default);
    }

    private static List<KeyValuePair<string, string>> Headers(
        string? token, string? contentType, IEnumerable<KeyValuePair<string, string>> arguments, IReadOnlyDictionary<string, string?> own)
    {
        var headers = new OrderedDictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Accept"] = "application/json",
            ["User-Agent"] = MatrixClient.UserAgent,
            ["Origin"] = Origin,
        };
        if (token is not null)
            headers["Authorization"] = $"Bearer {token}";
        if (contentType is not null)
            headers["Content-Type"] = contentType;
        foreach (var (name, value) in arguments)
            headers[name] = value;
        foreach (var (name, value) in own)
            headers[name] = value;
        return [.. headers.Where(header => header.Value is not null).Select(header => KeyValuePair.Create(header.Key, header.Value!))];
    }

    private ReadOnlyMemory<byte>? Body(OperationCall call, JsonObject members)
    {
        var operation = call.Operation;
        if (call.RawBody is { } raw)
            return raw;
        if (call.WithoutBody)
            return null;
        if (operation.Request is null)
        {
            if (call.Auth is not null && !call.Malformed)
                throw new SuiteErrorException($"{operation.Id} takes no body, so it takes no \"auth\"", "call it without.");
            if (call.Auth is null && members.Count == 0)
                return SendsEmptyObject(operation) ? "{}"u8.ToArray() : default(ReadOnlyMemory<byte>?);
        }

        if (call.Auth is not null)
            members["auth"] = call.Auth.DeepClone();
        var body = JsonSerializer.SerializeToUtf8Bytes(members, AsWritten);
        if (!call.Malformed)
            Check(operation, body);
        return body;
    }

    /// <summary>Whether a request without arguments carries an empty JSON object; see <see cref="Operations.TakeEmptyBody"/>.</summary>
    private static bool SendsEmptyObject(Operation operation) =>
        operation.Method is "POST" or "PUT" && !Operations.TakeEmptyBody.Contains(operation.Id);

    private void Check(Operation operation, List<(OperationParameter Parameter, IReadOnlyList<string> Values)> given)
    {
        foreach (var (parameter, values) in given)
        {
            if (_parameters.FaultOf(operation, parameter, values) is { } fault)
                throw Broken(operation, $"the {ArgumentSplit.Name(parameter.Location)} parameter \"{parameter.Name}\"", fault);
        }
    }

    private void Check(Operation operation, byte[] body)
    {
        if (specification.RequestSchema(operation, underTest) is not { } schema)
            return;
        var findings = schema.Validate(body);
        if (findings.Count > 0)
            throw Broken(operation, findings[0].InstancePointer is { Length: > 0 } pointer ? pointer : "the body", findings[0].Message);
        if (UnknownMembers(operation, body).FirstOrDefault() is { } unknown)
            throw Broken(operation, unknown, "neither a parameter nor a member of the body has this name");
    }

    private IEnumerable<string> UnknownMembers(Operation operation, byte[] body)
    {
        if (specification.RequestMembers(operation) is not { } members || ServerJson.Read(body) is not { } value)
            return [];
        var known = Operations.MembersOfProse.GetValueOrDefault(operation.Id, []);
        return members.Unknown(value, known.Count + 1).Where(pointer => !known.Any(name => IsAt(name, pointer)));
    }

    private static bool IsAt(string name, string pointer)
    {
        var (names, found) = (name.Split('/'), pointer[1..].Split('/'));
        return names.Length == found.Length && names.Zip(found).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    private SuiteErrorException Broken(Operation operation, string where, string why) =>
        new(new Problem($"the suite's own request of {operation.Id} breaks its schema at {where}")
        {
            Why = redactor.Text(why),
            NextStep = "correct the step's arguments, or mark the request as malformed on purpose.",
        });
}
