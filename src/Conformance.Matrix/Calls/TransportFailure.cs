using System.Net.Sockets;
using System.Security.Authentication;
using Flurl.Http;

namespace Conformance.Matrix.Calls;

/// <summary>Says in one sentence why no answer came.</summary>
internal static class TransportFailure
{
    /// <summary>Whether an exception means that no whole answer came.</summary>
    public static bool Is(Exception exception) =>
        exception is FlurlHttpException or HttpRequestException or OperationCanceledException or IOException or SocketException;

    /// <summary>Whether the connection could not be made or was lost. What came over it in full, but is not HTTP or too large, is the
    /// server's to answer for.</summary>
    public static bool IsOfConnection(Exception exception) => !Causes(exception).Any(cause => cause
        is AuthenticationException
        or HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded });

    /// <summary>Whether nobody listens there.</summary>
    public static bool IsRefusal(Exception exception) =>
        Causes(exception).Any(cause => cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused });

    /// <summary>The sentence for a server that took too long.</summary>
    public static string TimedOut(Uri url, TimeSpan timeout) => $"{url.Authority} did not answer within {Seconds(timeout)}.";

    /// <summary>The sentence for anything else.</summary>
    public static string Describe(Exception exception, Uri url)
    {
        var causes = Causes(exception).ToList();
        if (causes.OfType<AuthenticationException>().FirstOrDefault() is { } tls)
            return $"The TLS connection to {url.Authority} failed: {Sentence(tls.Message)}";
        if (causes.OfType<SocketException>().FirstOrDefault() is { } socket)
            return Describe(socket, url);
        if (causes.OfType<HttpRequestException>().FirstOrDefault() is { } http)
            return Describe(http.HttpRequestError, http.Message, url);
        if (causes.OfType<HttpIOException>().FirstOrDefault() is { } broken)
            return Describe(broken.HttpRequestError, broken.Message, url);
        return $"The connection to {url.Authority} failed: {Sentence(causes[^1].Message)}";
    }

    private static string Describe(SocketException socket, Uri url) => socket.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => $"The connection to {url.Authority} was refused.",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"The host name {url.Host} cannot be resolved.",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => $"There is no route to {url.Authority}.",
        SocketError.ConnectionReset => $"{url.Authority} closed the connection before its answer was complete.",
        _ => $"The connection to {url.Authority} failed: {Sentence(socket.Message)}",
    };

    private static string Describe(HttpRequestError error, string message, Uri url) => error switch
    {
        HttpRequestError.NameResolutionError => $"The host name {url.Host} cannot be resolved.",
        HttpRequestError.SecureConnectionError => $"The TLS connection to {url.Authority} failed: {Sentence(message)}",
        HttpRequestError.ResponseEnded => $"{url.Authority} closed the connection before its answer was complete.",
        HttpRequestError.InvalidResponse => $"{url.Authority} answered with something that is not HTTP.",
        HttpRequestError.ConfigurationLimitExceeded => $"The answer of {url.Authority} is larger than the suite reads.",
        _ => $"The request to {url.Authority} failed: {Sentence(message)}",
    };

    private static string Seconds(TimeSpan time) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    private static string Sentence(string message) => $"{message.ReplaceLineEndings(" ").Trim().TrimEnd('.')}.";

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
