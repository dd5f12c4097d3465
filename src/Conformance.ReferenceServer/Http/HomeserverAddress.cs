namespace Conformance.ReferenceServer.Http;

/// <summary>Where the homeserver is reached; known once it listens.</summary>
internal sealed class HomeserverAddress
{
    private Uri? _baseUrl;

    /// <summary>The base URL.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    public Uri BaseUrl
    {
        get => _baseUrl ?? throw new InvalidOperationException("The homeserver does not listen yet.");
        set => _baseUrl = value;
    }

    /// <summary>The base URL without a slash at its end.</summary>
    public string Text => BaseUrl.AbsoluteUri.TrimEnd('/');
}
