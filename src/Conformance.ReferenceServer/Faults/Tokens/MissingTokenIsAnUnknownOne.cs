using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-03.</summary>
internal sealed class MissingTokenIsAnUnknownOne()
    : PartFault<Dispatcher, MissingTokenIsAnUnknownOne.Faulty>("TOK-03", "A missing access token is answered like an unknown one.")
{
    internal sealed class Faulty(
        RouteTable routes, CorsPolicy cors, Authenticator authenticator, RateLimiter limiter, BodyReader bodies)
        : Dispatcher(routes, cors, authenticator, limiter, bodies)
    {
        protected override Reply Unauthenticated(Call call, Route route, MatrixException refusal) =>
            base.Unauthenticated(call, route, refusal.ErrorCode == ErrorCodes.MissingToken ? MatrixException.UnknownToken(refusal.Message) : refusal);
    }
}
