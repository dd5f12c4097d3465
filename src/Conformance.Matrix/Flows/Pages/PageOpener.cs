using System.Diagnostics;
using System.Net;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Flows.Pages;

/// <summary>Opens pages of the homeserver, which are recorded and judged, and of the companions, which are recorded alone. Keeps cookies
/// as browsers do: to them a loopback address is a secure place, whatever its scheme.</summary>
/// <param name="send">Sends a request to the homeserver.</param>
/// <param name="baseUrl">The homeserver's base URL.</param>
/// <param name="companions">Whose pages may be opened, too.</param>
/// <param name="visited">Hears of each page of a companion that was opened; null for nobody.</param>
internal sealed class PageOpener(
    Func<RawCall, CancellationToken, Task<Exchange>> send, Uri baseUrl, CompanionSet companions, Action<Exchange>? visited) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    /// <summary>The last page that was opened, or tried to be; null before the first.</summary>
    public Exchange? Last { get; private set; }

    /// <summary>Whether a page may be opened.</summary>
    public bool MayOpen(Uri url) => Local(url) is not null || companions.Has(url);

    /// <summary>Whether a page is a companion's.</summary>
    public bool IsCompanion(Uri url) => companions.Has(url);

    /// <summary>Opens a page; a failure's one sentence in its place where no answer came.</summary>
    public async Task<(Page? Page, string? Failure)> OpenAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (Local(request.Url) is not { } path)
            return await OpenCompanionAsync(request, cancellationToken);
        var exchange = await send(
            new RawCall
            {
                Method = request.Method,
                PathAndQuery = path,
                Headers = new Dictionary<string, string?> { ["Accept"] = "text/html", ["Origin"] = null, ["Cookie"] = Cookie(request.Url) },
                Body = request.Body is { } bytes ? bytes : default(ReadOnlyMemory<byte>?),
                ContentType = request.ContentType,
            },
            cancellationToken);
        Last = exchange;
        return Read(exchange) is { } page ? (page, null) : (null, exchange.TransportFailure);
    }

    /// <summary>The page of an exchange that was made elsewhere; its cookies are kept. Null where no answer came.</summary>
    public Page? Read(Exchange exchange)
    {
        if (exchange.Response is not { } response)
            return null;
        var cookies = response.Headers.Where(header => header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value).ToList();
        return Keep(new Page(exchange.Request.Url, response.Status, response.Header("Location"), cookies, response.Body, exchange.Outcome));
    }

    /// <inheritdoc/>
    public void Dispose() => _http?.Dispose();

    private async Task<(Page? Page, string? Failure)> OpenCompanionAsync(PageRequest request, CancellationToken cancellationToken)
    {
        _http ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), companions.Reach(request.Url));
        if (Cookie(request.Url) is { } cookie)
            message.Headers.TryAddWithoutValidation("Cookie", cookie);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        var began = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(message, cancellationToken);
            var cookies = response.Headers.TryGetValues("Set-Cookie", out var values) ? values.ToList() : [];
            var location = response.Headers.TryGetValues("Location", out var locations) ? locations.First() : null;
            var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            Visited(request, new RecordedResponse((int)response.StatusCode, HeadersOf(response), content), Stopwatch.GetElapsedTime(began));
            return (Keep(new Page(request.Url, (int)response.StatusCode, location, cookies, content, $"{(int)response.StatusCode}")), null);
        }
        catch (Exception error) when (error is HttpRequestException or IOException
            || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The suite's own server: whatever keeps it from answering says nothing about the homeserver.
            throw new NotCheckedException(
                $"the companion at {request.Url.Authority} does not answer: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    private void Visited(PageRequest request, RecordedResponse response, TimeSpan duration)
    {
        Last = new Exchange
        {
            Role = ExchangeRole.SetUp,
            IsOfCompanion = true,
            Caller = "the browser",
            Request = new RecordedRequest(
                request.Method,
                request.Url,
                request.Body is null ? [] : [new("Content-Type", request.ContentType)],
                request.Body ?? []),
            Response = response,
            EndedAt = TimeProvider.System.GetUtcNow(),
            Duration = duration,
        };
        visited?.Invoke(Last);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> HeadersOf(HttpResponseMessage response) =>
    [
        .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value))),
    ];

    private Page Keep(Page page)
    {
        foreach (var cookie in page.Cookies)
        {
            try
            {
                _cookies.SetCookies(Jar(page.Url), cookie);
            }
            catch (CookieException)
            {
                // A browser drops a cookie that it cannot keep.
            }
        }

        return page;
    }

    private string? Cookie(Uri url) => _cookies.GetCookieHeader(Jar(url)) is { Length: > 0 } header ? header : null;

    /// <summary>Where the cookies of a page are kept: a <c>Secure</c> cookie of a loopback address goes back there over plain HTTP
    /// too.</summary>
    private static Uri Jar(Uri url) =>
        url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || url.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            ? new UriBuilder(url) { Scheme = Uri.UriSchemeHttps }.Uri
            : url;

    /// <summary>A page's path and query below the homeserver's base URL; null where it is elsewhere.</summary>
    private string? Local(Uri url)
    {
        if (url.GetLeftPart(UriPartial.Authority) != baseUrl.GetLeftPart(UriPartial.Authority))
            return null;
        var prefix = baseUrl.AbsolutePath.TrimEnd('/');
        return url.PathAndQuery.StartsWith(prefix, StringComparison.Ordinal) ? url.PathAndQuery[prefix.Length..] : null;
    }
}
