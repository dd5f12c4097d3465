using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.ApplicationServices;

/// <summary>Calls the application service.</summary>
internal sealed class ServiceConnection(OutgoingHttp http)
{
    private const string PingPath = "/_matrix/app/v1/ping";

    /// <summary>Pings the service.</summary>
    /// <param name="url">Where it is.</param>
    /// <param name="token">The <c>hs_token</c>; null if the registration has none.</param>
    /// <param name="transactionId">Lets the service recognise the ping; null for none.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>How long it took.</returns>
    /// <exception cref="MatrixException">502 <c>M_BAD_STATUS</c> or <c>M_CONNECTION_FAILED</c>, or 504
    /// <c>M_CONNECTION_TIMEOUT</c>.</exception>
    public async Task<TimeSpan> PingAsync(Uri url, string? token, string? transactionId, CancellationToken cancellationToken)
    {
        var body = new JsonObject();
        if (transactionId is not null)
        {
            body["transaction_id"] = transactionId;
        }

        using var request =
            new HttpRequestMessage(HttpMethod.Post, url.AbsoluteUri.TrimEnd('/') + PingPath) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            using var response = await http.Client.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return Stopwatch.GetElapsedTime(begun);
            }

            throw new MatrixException(502, ErrorCodes.BadStatus, "The application service does not answer 200.")
            {
                Extras = new Dictionary<string, JsonNode>
                {
                    ["status"] = (int)response.StatusCode,
                    ["body"] = await response.Content.ReadAsStringAsync(cancellationToken)
                },
            };
        }
        catch (HttpRequestException)
        {
            throw new MatrixException(502, ErrorCodes.ConnectionFailed, "The application service cannot be reached.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MatrixException(504, ErrorCodes.ConnectionTimeout, "The application service does not answer in time.");
        }
    }
}
