using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Flurl.Http;

namespace Conformance.Matrix.Calls;

/// <summary>Puts requests on the wire and records what comes back. No redirect is followed, no cookie kept, no proxy of the environment
/// used.</summary>
internal sealed class HttpTransport : IDisposable
{
    private readonly MatrixClientOptions _options;
    private readonly Redactor _redactor;
    private readonly HttpClient _http;
    private readonly FlurlClient _flurl;

    public HttpTransport(MatrixClientOptions options, Redactor redactor)
    {
        _options = options;
        _redactor = redactor;
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = options.RequestTimeout,
            MaxConnectionsPerServer = options.MostConnections,
            // Times are the server's, not those of a wait for a connection.
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new TimedStream(context.PlaintextStream)),
            SslOptions = new() { RemoteCertificateValidationCallback = CertificateTrust.Callback(options.Insecure, options.CaFile) },
        };
        _http = new HttpClient(new ExactUrlHandler(sockets))
        {
            Timeout = Timeout.InfiniteTimeSpan
        };
        _flurl = new FlurlClient(_http) { Settings = { AllowedHttpStatusRange = "*", Timeout = null, Redirects = { Enabled = false } } };
    }

    /// <summary>Sends once.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Exchange> SendAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.RequestTimeout);
        _options.Sending?.Invoke(outgoing.Role);
        var clock = WireClock.Start();
        RecordedResponse? response = null;
        string? failure = null;
        var (timedOut, broke, refused) = (false, false, false);
        try
        {
            response = await SendAsync(outgoing.Request, limit.Token);
            _redactor.Learn(response);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && TransportFailure.Is(exception))
        {
            timedOut = limit.IsCancellationRequested;
            broke = !timedOut && TransportFailure.IsOfConnection(exception);
            refused = broke && TransportFailure.IsRefusal(exception);
            failure = timedOut
                ? TransportFailure.TimedOut(outgoing.Request.Url, _options.RequestTimeout)
                : TransportFailure.Describe(exception, outgoing.Request.Url);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && TransportFailure.Is(exception))
        {
            throw new OperationCanceledException("The call was cancelled.", exception, cancellationToken);
        }

        return new Exchange
        {
            Operation = outgoing.Operation,
            Role = outgoing.Role,
            Caller = outgoing.Caller.Description,
            Request = outgoing.Request,
            Response = response,
            TransportFailure = failure,
            WhyUndecided = timedOut || broke ? failure : null,
            ConnectionBroke = broke,
            WasRefused = refused,
            EndedAt = _options.Time.GetUtcNow() - (response is null ? TimeSpan.Zero : clock.SinceLastByte),
            Duration = response is null ? clock.UntilNow : clock.UntilLastByte,
        };
    }

    public void Dispose()
    {
        _flurl.Dispose();
        _http.Dispose();
    }

    private async Task<RecordedResponse> SendAsync(RecordedRequest request, CancellationToken cancellationToken)
    {
        using var content = Content(request);
        var message = _flurl.Request(request.Url.GetLeftPart(UriPartial.Authority));
        var sent = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Headers.Where(header => !IsContentHeader(header.Key)))
            message.Headers.AddOrReplace(sent.Add(name) ? name : RepeatedHeader.NameOf(name), value);
        message.BeforeCall(call => ExactUrlHandler.Carry(call.HttpRequestMessage, request.Url));
        using var flurlAnswer =
            await message.SendAsync(new HttpMethod(request.Method), content, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var answer = flurlAnswer.ResponseMessage;
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var isTooLarge = answer.Content.Headers.ContentLength > BodyReader.MostRead;
        var body = (isTooLarge ? null : await BodyReader.ReadAsync(stream, cancellationToken))
            ?? throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "The body is larger than the suite reads.");
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));
        return new RecordedResponse((int)answer.StatusCode, [.. headers], body) { Json = ServerJson.Read(body) };
    }

    private static ByteArrayContent? Content(RecordedRequest request)
    {
        var headers = request.Headers.Where(header => IsContentHeader(header.Key)).ToList();
        if (request.Body.IsEmpty && headers.Count == 0)
            return null;
        var content = new ByteArrayContent(request.Body.ToArray());
        foreach (var (name, value) in headers)
            content.Headers.TryAddWithoutValidation(name, value);
        return content;
    }

    private static bool IsContentHeader(string name) => name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);
}
