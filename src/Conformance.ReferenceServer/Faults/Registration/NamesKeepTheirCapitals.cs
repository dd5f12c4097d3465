using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-11.</summary>
internal sealed class NamesKeepTheirCapitals()
    : PartFault<UsernamePolicy, NamesKeepTheirCapitals.Faulty>("REG-11", "Names that differ in case only give two accounts.")
{
    internal sealed class Faulty(ReferenceServerOptions options, ApplicationServiceDirectory services) : UsernamePolicy(options, services)
    {
        public override string LocalpartFor(string username, bool byService)
        {
            _ = base.LocalpartFor(username, byService);
            return username;
        }
    }
}
