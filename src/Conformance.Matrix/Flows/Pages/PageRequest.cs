namespace Conformance.Matrix.Flows.Pages;

/// <summary>What a browser asks for next.</summary>
/// <param name="Method"><c>GET</c> or <c>POST</c>.</param>
/// <param name="Url">Where.</param>
/// <param name="Body">The body of a POST; null for none.</param>
/// <param name="ContentType">The media type of the body.</param>
internal sealed record PageRequest(string Method, Uri Url, byte[]? Body = null, string ContentType = "application/x-www-form-urlencoded")
{
    /// <summary>Whether another asks for the very same.</summary>
    public bool IsSameAs(PageRequest? other) =>
        other is not null && Method == other.Method && Url.OriginalString == other.Url.OriginalString
            && (Body ?? []).AsSpan().SequenceEqual(other.Body ?? []);
}
