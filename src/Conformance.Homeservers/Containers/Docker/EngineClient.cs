using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>Speaks HTTP with an engine: deadlines, and errors as one line.</summary>
internal sealed class EngineClient : IDisposable
{
    private readonly EngineAddress _address;
    private readonly HttpClient _http;

    public EngineClient(EngineAddress address)
    {
        _address = address;
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = (_, cancellationToken) => address.ConnectAsync(cancellationToken),
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        })
        {
            // The connection is made by the callback; the name only fills the Host field.
            BaseAddress = new Uri("http://localhost/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>What precedes each path: the API's version, once it is agreed on.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Sends a request, and reads its answer whole.</summary>
    /// <exception cref="ContainerException">There is no answer in time, or it is an error and none of <see cref="EngineRequest.Expected"/>.</exception>
    public async Task<EngineAnswer> SendAsync(EngineRequest request, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(deadline);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var response = await OpenAsync(
                request, reason => new ContainerException($"The container engine at {_address} could not {request.Purpose}: {reason}."), both.Token);
            return new EngineAnswer(response.StatusCode, await response.Content.ReadAsByteArrayAsync(both.Token), response);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TooLate(request, deadline);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Broken(request, exception);
        }
    }

    /// <summary>Sends a request, and hands over each line of its answer's JSON as it comes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="silence">How long to wait for the next line.</param>
    /// <param name="deadline">How long the whole may take.</param>
    /// <param name="read">Takes a line.</param>
    /// <param name="failed">Says that there is no good answer, of which it is given the reason.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ContainerException">There is no answer in time, or it is an error, or no JSON.</exception>
    public async Task SendAsync(
        EngineRequest request, TimeSpan silence, TimeSpan deadline, Action<JsonNode> read, Func<string, ContainerException> failed, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(deadline);
        using var quiet = new CancellationTokenSource(silence);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, quiet.Token, cancellationToken);
        try
        {
            using var response = await OpenAsync(request, failed, all.Token);
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(all.Token));
            while (await lines.ReadLineAsync(all.Token) is { } line)
            {
                quiet.CancelAfter(silence);
                if (!string.IsNullOrWhiteSpace(line) && JsonNode.Parse(line) is { } node)
                    read(node);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && timer.IsCancellationRequested)
        {
            throw failed($"it was not done within {Seconds(deadline)}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && quiet.IsCancellationRequested)
        {
            throw failed($"the container engine has told nothing for {Seconds(silence)}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            throw failed(Cause(exception));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> OpenAsync(EngineRequest request, Func<string, ContainerException> failed, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, $"{Prefix}{request.Path}") { Content = request.Content };
        var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotModified || request.Expected.Contains(response.StatusCode))
            return response;
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw failed(Reason(body, response.StatusCode));
        }
    }

    private static string Reason(string body, HttpStatusCode status)
    {
        try
        {
            if ((JsonNode.Parse(body) as JsonObject)?["message"] is JsonValue value && value.TryGetValue<string>(out var message) && message.Length > 0)
                return OneLine.Of(message);
        }
        catch (JsonException)
        {
            // Not the engine's own form of an error; the text as it is says more than nothing.
        }

        return string.IsNullOrWhiteSpace(body) ? $"it answered {(int)status}" : $"it answered {(int)status} {OneLine.Of(body)}";
    }

    private ContainerException TooLate(EngineRequest request, TimeSpan deadline) =>
        new($"The container engine at {_address} did not {request.Purpose} within {Seconds(deadline)}; see whether it is overloaded or stuck.", new TimeoutException($"no answer within {Seconds(deadline)}"));

    private ContainerException Broken(EngineRequest request, Exception exception) =>
        new($"The container engine at {_address} could not be asked to {request.Purpose}: {Cause(exception)}.", exception);

    /// <summary>Why there was no answer, as a clause.</summary>
    public static string Cause(Exception exception) => exception.GetBaseException() switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "nothing listens there",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } or FileNotFoundException => "there is no such socket",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "this user may not use it",
        JsonException => "its answer is no JSON",
        var cause => OneLine.Of(cause.Message),
    };

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} s");
}
