using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-06.</summary>
internal sealed class LogoutNeedsABody()
    : AnswerFault<Operations.Logout>("LGO-06", "A logout with an empty body is refused.")
{
    protected override Call Before(Call call) =>
        call.Bytes.IsEmpty ? throw new MatrixException(400, ErrorCodes.NotJson, "The body is empty; a JSON object is needed.") : call;
}
