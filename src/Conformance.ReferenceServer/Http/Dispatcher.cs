using System.Text;
using System.Text.Unicode;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;
using Conformance.Spec;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceServer.Http;

/// <summary>Takes a request to its handler. Checks path and method, access token, rate and body, in this order.</summary>
internal sealed class Dispatcher(
    RouteTable routes, IAuthenticator authenticator, RateLimiter limiter, BodyReader bodies, HttpRules rules)
{
    /// <summary>Answers a request.</summary>
    /// <exception cref="MatrixException">The request is refused.</exception>
    public async Task<Reply> AnswerAsync(HttpContext context)
    {
        var target = RequestTarget.Of(context);
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            return CorsPolicy.Preflight();
        }

        var (route, parameters) = routes.Find(context.Request.Method, target);
        var call = new Call
        {
            OperationId = route.OperationId,
            Method = route.Method,
            PathParameters = parameters,
            Target = target,
            Token = BearerTokens.Of(context.Request, target, rules),
            Cookies = context.Request.Cookies.ToDictionary(cookie => cookie.Key, cookie => cookie.Value, StringComparer.Ordinal),
            RemoteAddress = context.Connection.RemoteIpAddress?.ToString(),
        };
        context.Features.Set(call);
        if (!target.IsUtf8)
        {
            throw MatrixException.InvalidParam("The path is not UTF-8.");
        }

        limiter.Count(call);
        if (route.Authentication != Authentication.None)
        {
            call = call with { Caller = Authenticate(call, route) };
        }

        call = await WithBodyAsync(call, route, context);
        return await route.HandleAsync(call, context.RequestAborted);
    }

    private Requester? Authenticate(Call call, Route route) =>
        call.Token is { } token ? authenticator.Authenticate(call, token)
        : route.Authentication == Authentication.Required ? throw MatrixException.MissingToken()
        : null;

    private async Task<Call> WithBodyAsync(Call call, Route route, HttpContext context)
    {
        var bytes = await bodies.ReadAsync(context.Request, context.RequestAborted);
        if (!Utf8.IsValid(bytes.Span) && !rules.RefusesInvalidUtf8)
        {
            bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Span));
        }

        // "All POST and PUT endpoints [...] require the client to supply a request body"; of DELETE the clause does not say so.
        var isAbsent = bytes.IsEmpty && HttpMethods.IsDelete(call.Method);
        var body = route.TakesJson && !isAbsent ? RequestObject.Parse(bytes) : RequestObject.Empty;
        if (body.HasNumbersBeyondCanonicalJson && !rules.TakesEveryNumber)
        {
            throw new MatrixException(400, ErrorCodes.NotJson, "Canonical JSON has no such number.");
        }

        return call with { Bytes = bytes, Body = body };
    }
}
