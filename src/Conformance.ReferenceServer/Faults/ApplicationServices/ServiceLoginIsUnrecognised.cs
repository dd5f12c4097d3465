using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-10.</summary>
internal sealed class ServiceLoginIsUnrecognised()
    : AnswerFault<Login>("APS-10", "Without the legacy API the login of a service is refused as an unknown endpoint.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.AppserviceLoginUnsupported ? new MatrixException(404, ErrorCodes.Unrecognized, "There is no such endpoint.") : refusal;
}
