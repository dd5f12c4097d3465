using System.Text.Json;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>Asks the captcha service whether a response is right.</summary>
internal sealed class CaptchaVerifier(ReferenceServerOptions options, OutgoingHttp http)
{
    /// <summary>Whether the service accepts a response.</summary>
    /// <exception cref="MatrixException">502: the service does not answer as it should.</exception>
    public async Task<bool> AcceptsAsync(string response, CancellationToken cancellationToken)
    {
        var service = options.Captcha!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["secret"] = service.Secret, ["response"] = response });
        try
        {
            using var answer = await http.Client.PostAsync(service.VerifyUrl, form, cancellationToken);
            answer.EnsureSuccessStatusCode();
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellationToken));
            return json.RootElement is { ValueKind: JsonValueKind.Object } body
                && body.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.True;
        }
        catch (Exception failure)
            when (failure is HttpRequestException or JsonException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new MatrixException(502, ErrorCodes.Unknown, "The captcha service cannot be reached, or does not answer as it should.");
        }
    }
}
