using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using Conformance.Spec;
using Conformance.Spec.Loading;
using FluentAssertions;
using FluentAssertions.Execution;

namespace Conformance.ReferenceServer.Tests;

/// <summary>A reference homeserver and a client of it, which holds every response against the specification's schemas.</summary>
internal sealed class TestHomeserver : IAsyncDisposable
{
    private static readonly Lazy<Specification> Newest = new(() => Specification.LoadEmbedded(Specification.Embedded.Max()));
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly ConcurrentQueue<Exception> _unexpected;
    private readonly bool _conforming;
    private int _users;

    private TestHomeserver(ReferenceHomeserver server, ConcurrentQueue<Exception> unexpected, string? fault)
    {
        Server = server;
        _unexpected = unexpected;
        Fault = fault;
        _conforming = fault is null;
    }

    public static Specification Specification => Newest.Value;

    public ReferenceHomeserver Server { get; }

    /// <summary>The fault it was started with; null without one.</summary>
    public string? Fault { get; }

    public static Task<TestHomeserver> StartAsync() =>
        StartAsync(unexpected => new ReferenceServerOptions { UnexpectedError = unexpected });

    public static async Task<TestHomeserver> StartAsync(Func<Action<Exception>, ReferenceServerOptions> options)
    {
        var unexpected = new ConcurrentQueue<Exception>();
        var made = options(unexpected.Enqueue);
        return new TestHomeserver(
            await ReferenceHomeserver.StartAsync(made, CancellationToken.None), unexpected, made.Faults.FirstOrDefault());
    }

    /// <summary>One with a fault, or none, and an application service.</summary>
    public static Task<TestHomeserver> ForProbeAsync(string? fault) => StartAsync(_ => new ReferenceServerOptions
    {
        Faults = fault is null ? [] : [fault],
        ApplicationService =
            new ApplicationServiceRegistration { Token = "as-token", SenderLocalpart = "bridge", UserNamespace = "@_irc_.*" },
    });

    /// <summary>Calls an operation. Arguments go where the manifest says, the body aside.</summary>
    public Task<Answer> CallAsync(
        string operationId, object? body = null, string? token = null, params (string Name, string Value)[] arguments)
    {
        var operation = Specification.GetOperation(operationId);
        var text = body is null
            ? (operation.Request is null || operation.Method == "GET" ? null : "{}")
            : body as string ?? JsonSerializer.Serialize(body);
        return SendAsync(operation, text is null ? null : Encoding.UTF8.GetBytes(text), token, arguments);
    }

    /// <summary>Calls an operation with a body of any bytes; null for none.</summary>
    public async Task<Answer> SendAsync(Operation operation, byte[]? body, string? token, params (string Name, string Value)[] arguments)
    {
        var path = operation.Path;
        var query = new List<string>();
        foreach (var (name, value) in arguments)
        {
            var placeholder = $"{{{name}}}";
            if (path.Contains(placeholder, StringComparison.Ordinal))
            {
                path = path.Replace(placeholder, Uri.EscapeDataString(value), StringComparison.Ordinal);
            }
            else
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        var answer = await SendAsync(operation.Method, query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", body, token);
        if (_conforming)
        {
            ShouldFitSchema(operation, answer);
        }

        return answer;
    }

    /// <summary>Sends any request.</summary>
    public async Task<Answer> SendAsync(
        string method, string pathAndQuery, byte[]? body = null, string? token = null, string? contentType = "application/json",
        string? cookie = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Server.BaseUrl.AbsoluteUri.TrimEnd('/') + pathAndQuery);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (contentType is not null)
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            }
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await _http.SendAsync(request);
        var answer = new Answer(
            (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(),
            response.Headers, response.Content.Headers);
        if (_unexpected.TryDequeue(out var error))
        {
            throw new InvalidOperationException($"The server failed at {method} {pathAndQuery}.", error);
        }

        return answer;
    }

    /// <summary>Registers a user of a fresh name, by the dummy flow in two steps.</summary>
    public async Task<TestUser> RegisterAsync(
        string? deviceId = "PHONE", string? displayName = null, bool refreshToken = false, string? username = null)
    {
        const string password = "correct horse";
        var body = new JsonObject { ["username"] = username ?? $"user{Interlocked.Increment(ref _users)}", ["password"] = password };
        AddSession(body, deviceId, displayName, refreshToken);
        var challenge = await CallAsync("register", body);
        body["auth"] = new JsonObject { ["type"] = "m.login.dummy", ["session"] = challenge["session"] };
        var answer = await CallAsync("register", body);
        answer.Status.Should().Be(200, answer.Text);
        return UserOf(answer, password);
    }

    /// <summary>Logs the user in once more.</summary>
    public async Task<TestUser> LogInAsync(TestUser user, string? deviceId, string? displayName = null, bool refreshToken = false)
    {
        var body = new JsonObject
        {
            ["type"] = "m.login.password",
            ["identifier"] = JsonSerializer.SerializeToNode(user.Identifier),
            ["password"] = user.Password,
        };
        AddSession(body, deviceId, displayName, refreshToken);
        var answer = await CallAsync("login", body);
        answer.Status.Should().Be(200, answer.Text);
        return UserOf(answer, user.Password);
    }

    /// <summary>Calls an operation that uses user-interactive authentication, and passes the password stage as the owner.</summary>
    public async Task<Answer> AuthenticateAsync(
        string operationId, JsonObject? body, TestUser user, params (string Name, string Value)[] arguments)
    {
        var challenge = await CallAsync(operationId, body ?? [], user.Token, arguments);
        return challenge.IsChallenge
            ? await CallAsync(operationId, WithAuth(body, user.Auth(challenge["session"])), user.Token, arguments)
            : challenge;
    }

    /// <summary>A body with authentication data.</summary>
    public static JsonObject WithAuth(JsonObject? body, object auth)
    {
        var copy = body is null ? [] : body.DeepClone().AsObject();
        copy["auth"] = JsonSerializer.SerializeToNode(auth);
        return copy;
    }

    /// <summary>The ids of the user's devices, sorted.</summary>
    public async Task<string[]> DevicesAsync(TestUser user)
    {
        var answer = await CallAsync("getDevices", token: user.Token);
        return [.. answer.Json.GetProperty("devices").EnumerateArray().Select(device => device.GetProperty("device_id").GetString()!)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>What the server tells the owner of a token.</summary>
    public async Task<string> WhoAmIAsync(TestUser user)
    {
        var answer = await CallAsync("getTokenOwner", token: user.Token);
        return answer.Status == 200 ? $"{answer["user_id"]} {answer["device_id"]}" : answer.Outcome;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    private static void AddSession(JsonObject body, string? deviceId, string? displayName, bool refreshToken)
    {
        if (deviceId is not null)
        {
            body["device_id"] = deviceId;
        }

        if (displayName is not null)
        {
            body["initial_device_display_name"] = displayName;
        }

        if (refreshToken)
        {
            body["refresh_token"] = true;
        }
    }

    private static TestUser UserOf(Answer answer, string password) =>
        new(answer["user_id"]!, password, answer["device_id"]!, answer["access_token"]!, answer["refresh_token"]);

    private static void ShouldFitSchema(Operation operation, Answer answer)
    {
        using var scope = new AssertionScope($"{operation.Id}: {answer.Status} {answer.Text}");
        answer.MediaType.Should().Be("application/json");
        answer.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        if (answer.Status >= 400 && !answer.IsChallenge)
        {
            answer["errcode"].Should().StartWith("M_");
            answer["error"].Should().NotBeNullOrEmpty();
        }

        SchemaCheck.ShouldFit(operation, answer);
    }
}
