using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-23.</summary>
internal sealed class UnknownTokenIsChallenged()
    : PartFault<Dispatcher, UnknownTokenIsChallenged.Faulty>("UIA-23", "An operation that needs an access token is challenged when an unknown one is sent.")
{
    internal sealed class Faulty(
        RouteTable routes, CorsPolicy cors, Authenticator authenticator, RateLimiter limiter, BodyReader bodies, UiaEngine engine, IEnumerable<IOperationHandler> handlers)
        : Dispatcher(routes, cors, authenticator, limiter, bodies)
    {
        protected override Reply Unauthenticated(Call call, Route route, MatrixException refusal) =>
            refusal.ErrorCode == ErrorCodes.UnknownToken
            && handlers.Any(handler => handler is IUiaOperation && handler.OperationId == route.OperationId)
                ? engine.Challenge(call)
                : base.Unauthenticated(call, route, refusal);
    }
}
