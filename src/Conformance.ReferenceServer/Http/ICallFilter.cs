using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Http;

/// <summary>
/// Stands around the handlers of all routes, once the caller is authenticated and the body read. The conforming server has none.
/// </summary>
internal interface ICallFilter
{
    /// <summary>Answers a call, by the handler or in another way.</summary>
    /// <param name="call">The call.</param>
    /// <param name="next">The handler, or the next filter.</param>
    /// <exception cref="MatrixException">The call is refused.</exception>
    Task<Reply> AnswerAsync(Call call, Func<Call, Task<Reply>> next);
}
