using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Json;
using Conformance.Spec;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceServer.Http;

/// <summary>Takes a request to what answers it: path and method, access token, rate, body, in this order.</summary>
internal class Dispatcher(
    RouteTable routes, CorsPolicy cors, Authenticator authenticator, RateLimiter limiter, BodyReader bodies)
{
    /// <summary>Answers a request.</summary>
    /// <exception cref="MatrixException">The request is refused.</exception>
    public virtual async Task<Reply> AnswerAsync(HttpContext context)
    {
        var target = RequestTarget.Of(context);
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            return cors.Preflight(target);
        }

        var (route, parameters) = routes.Find(context.Request.Method, target);
        var call = new Call
        {
            OperationId = route.OperationId,
            Method = route.Method,
            PathParameters = parameters,
            Target = target,
            Token = AccessTokens.Of(context.Request, target),
            Cookies = context.Request.Cookies.ToDictionary(cookie => cookie.Key, cookie => cookie.Value, StringComparer.Ordinal),
            RemoteAddress = context.Connection.RemoteIpAddress?.ToString(),
        };
        limiter.Count(call);
        if (route.Authentication != Authentication.None)
        {
            try
            {
                call = call with { Caller = Authenticate(call, route) };
            }
            catch (MatrixException refusal) when (refusal.Status == 401)
            {
                return Unauthenticated(call, route, refusal);
            }
        }

        call = await WithBodyAsync(call, route, context);
        return await route.HandleAsync(call, context.RequestAborted);
    }

    /// <summary>What becomes of a call whose access token is missing or not valid.</summary>
    protected virtual Reply Unauthenticated(Call call, Route route, MatrixException refusal) => throw refusal;

    private Requester? Authenticate(Call call, Route route) =>
        call.Token is { } token ? authenticator.Authenticate(call, token)
        : route.Authentication == Authentication.Required ? throw MatrixException.MissingToken()
        : null;

    private async Task<Call> WithBodyAsync(Call call, Route route, HttpContext context)
    {
        var bytes = await bodies.ReadAsync(context.Request, context.RequestAborted);

        // "All POST and PUT endpoints [...] require the client to supply a request body"; of DELETE the clause does not say so.
        var isAbsent = bytes.IsEmpty && HttpMethods.IsDelete(call.Method);
        return call with
        {
            Bytes = bytes,
            Body = route.TakesJson && !isAbsent ? RequestObject.Parse(bytes) : RequestObject.Empty,
        };
    }
}
