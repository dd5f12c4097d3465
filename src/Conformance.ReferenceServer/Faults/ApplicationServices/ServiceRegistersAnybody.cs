using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-06.</summary>
internal sealed class ServiceRegistersAnybody()
    : PartFault<UsernamePolicy, ServiceRegistersAnybody.Faulty>("APS-06", "A service can register users outside its namespace.")
{
    internal sealed class Faulty(ReferenceServerOptions options, ApplicationServiceDirectory services) : UsernamePolicy(options, services)
    {
        public override string LocalpartFor(string username, bool byService)
        {
            try
            {
                return base.LocalpartFor(username, byService);
            }
            catch (MatrixException refusal) when (byService && refusal.ErrorCode == ErrorCodes.Exclusive)
            {
                return Lower(username);
            }
        }
    }
}
