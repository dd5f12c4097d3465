namespace Conformance.Matrix.Calls;

/// <summary>Sends a request to the URL that it carries, as it is written: Flurl makes a System.Uri of its own, which undoes part of the
/// encoding.</summary>
internal sealed class ExactUrlHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly HttpRequestOptionsKey<Uri> ExactUrl = new(nameof(ExactUrl));

    /// <summary>Gives a request the URL to go to.</summary>
    public static void Carry(HttpRequestMessage request, Uri url) => request.Options.Set(ExactUrl, url);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(ExactUrl, out var url))
            request.RequestUri = url;
        return base.SendAsync(request, cancellationToken);
    }
}
