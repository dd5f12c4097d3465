using Conformance.ReferenceServer.Configuration;

namespace Conformance.ReferenceServer.Http;

/// <summary>The client by which the homeserver calls other services: captcha, single sign-on, application services.</summary>
internal sealed class OutgoingHttp(ReferenceServerOptions options) : IDisposable
{
    // The services are given by their own URLs, so that neither a proxy nor a redirect comes into it.
    private readonly Lazy<HttpClient> _client =
        new(() => new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false })
        {
            Timeout = options.OutgoingTimeout,
        });

    /// <summary>The client.</summary>
    public HttpClient Client => _client.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }
}
