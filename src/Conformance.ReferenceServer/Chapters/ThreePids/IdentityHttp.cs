using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Calls identity servers.</summary>
internal sealed class IdentityHttp(OutgoingHttp http)
{
    /// <summary>Makes a call.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="url">The address.</param>
    /// <param name="body">The JSON body; null for none.</param>
    /// <param name="authorization">The <c>Authorization</c> header, scheme and parameter; null for none. A secret.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="MatrixException">502: the identity server does not answer.</exception>
    public async Task<IdentityAnswer> SendAsync(
        HttpMethod method, Uri url, JsonObject? body, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Authorization = authorization;
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        try
        {
            using var response = await http.Client.SendAsync(request, cancellationToken);
            return new IdentityAnswer((int)response.StatusCode, Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
        }
        catch (Exception error)
            when (error is HttpRequestException || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new MatrixException(502, ErrorCodes.Unknown, "The identity server does not answer.");
        }
    }

    private static JsonObject? Read(byte[] utf8)
    {
        try
        {
            return JsonNode.Parse(utf8) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
