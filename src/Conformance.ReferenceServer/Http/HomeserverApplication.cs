using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.ReferenceServer.Http;

/// <summary>The application that the web server runs: every response has CORS headers, every error the standard form.</summary>
internal sealed class HomeserverApplication(
    Dispatcher dispatcher, IEnumerable<IRefusalFilter> filters, ReferenceServerOptions options)
    : IHttpApplication<HttpContext>
{
    /// <inheritdoc/>
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <inheritdoc/>
    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    /// <inheritdoc/>
    public async Task ProcessRequestAsync(HttpContext context)
    {
        Reply reply;
        try
        {
            reply = await dispatcher.AnswerAsync(context);
        }
        catch (MatrixException refusal)
        {
            reply = Refuse(context, refusal);
        }
        catch (BadHttpRequestException malformed)
        {
            reply = Refuse(context, new MatrixException(malformed.StatusCode, ErrorCodes.Unknown, "The HTTP request is malformed."));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error)
        {
            options.UnexpectedError?.Invoke(error);
            reply = Refuse(context, new MatrixException(500, ErrorCodes.Unknown, "The homeserver failed."));
        }

        await WriteAsync(context.Response, reply, context.RequestAborted);
    }

    private Reply Refuse(HttpContext context, MatrixException reason)
    {
        var call = context.Features.Get<Call>();
        Func<Refused, Reply> write = refused => ErrorResponses.Write(refused.Reason);
        var answer = filters.Aggregate(write, (inner, filter) => refused => filter.Answer(refused, inner));
        return answer(new Refused(reason, call?.OperationId, call?.Token, call?.Target));
    }

    private static async Task WriteAsync(HttpResponse response, Reply reply, CancellationToken cancellationToken)
    {
        CorsPolicy.Apply(response.Headers);
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        await response.Body.WriteAsync(reply.Body, cancellationToken);
    }
}
