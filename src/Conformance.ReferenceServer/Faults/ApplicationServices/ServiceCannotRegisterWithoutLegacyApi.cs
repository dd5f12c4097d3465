using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-08.</summary>
internal sealed class ServiceCannotRegisterWithoutLegacyApi()
    : PartFault<Register, ServiceCannotRegisterWithoutLegacyApi.Faulty>("APS-08", "Without the legacy API nobody can register, services included.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        public override Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) =>
            CanOpenSessions ? base.HandleAsync(call, cancellationToken) : throw new MatrixException(404, ErrorCodes.Unrecognized, "There is no such endpoint.");
    }
}
