using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-12.</summary>
internal sealed class UnregisteredUserIsNotFound()
    : AnswerFault<Login>("APS-12", "A service that logs in as a user which it never registered is answered with M_NOT_FOUND.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.Forbidden && call.Body.String("type") == LoginTypes.ApplicationService
            ? MatrixException.NotFound("There is no such user.")
            : refusal;
}
