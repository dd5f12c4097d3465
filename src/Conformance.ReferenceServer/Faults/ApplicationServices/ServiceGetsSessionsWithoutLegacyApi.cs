using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-09.</summary>
internal sealed class ServiceGetsSessionsWithoutLegacyApi()
    : PartFault<Register, ServiceGetsSessionsWithoutLegacyApi.Faulty>("APS-09", "Without the legacy API a service still gets sessions of the users that it registers.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override bool CanOpenSessions => true;
    }
}
