using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-13.</summary>
internal sealed class ForeignUserIsForbidden()
    : AnswerFault<Login>("APS-13", "A service that logs in as a user outside its namespace is refused with M_FORBIDDEN.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.Exclusive ? MatrixException.Forbidden("The user is outside the namespace of the application service.") : refusal;
}
