using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Companions.Web;

/// <summary>What the companions' web server runs: the first companion that knows the path answers.</summary>
/// <param name="companions">The companions.</param>
internal sealed class WebApplication(IReadOnlyList<IWebCompanion> companions) : IHttpApplication<HttpContext>
{
    // A homeserver's transactions are the largest that come, and are far below it.
    private const int LargestBody = 16 << 20;

    /// <inheritdoc/>
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <inheritdoc/>
    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    /// <inheritdoc/>
    public async Task ProcessRequestAsync(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        try
        {
            var body = await ReadAsync(context.Request, cancellation);
            var call = new WebCall(context.Request, body ?? Array.Empty<byte>());
            var answer = body is null
                ? WebAnswer.Error(413, "M_TOO_LARGE", "The body is too large.")
                : companions.Select(companion => companion.Answer(call)).FirstOrDefault(found => found is not null)
                    ?? WebAnswer.Error(404, "M_UNRECOGNIZED", "No companion has this path.");
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.ContentType;
            context.Response.ContentLength = answer.Body.Length;
            if (answer.Location is { } location)
                context.Response.Headers.Location = location;
            await context.Response.Body.WriteAsync(answer.Body, cancellation);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or BadHttpRequestException)
        {
            // The other side went away, or speaks no HTTP; the web server ends the connection.
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > LargestBody)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
