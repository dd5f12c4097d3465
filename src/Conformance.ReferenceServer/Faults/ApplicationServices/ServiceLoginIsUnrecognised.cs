using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-10.</summary>
internal sealed class ServiceLoginIsUnrecognised()
    : PartFault<Login, ServiceLoginIsUnrecognised.Faulty>("APS-10", "Without the legacy API the login of a service is refused as an unknown endpoint.")
{
    internal sealed class Faulty(LoginParts parts) : Login(parts)
    {
        protected override MatrixException WithoutLegacyApi(string type) => new(404, ErrorCodes.Unrecognized, "There is no such endpoint.");
    }
}
