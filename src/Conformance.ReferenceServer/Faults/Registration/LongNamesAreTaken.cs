using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-10.</summary>
internal sealed class LongNamesAreTaken()
    : PartFault<UsernamePolicy, LongNamesAreTaken.Faulty>("REG-10", "A name that makes the user ID longer than 255 bytes is taken.")
{
    internal sealed class Faulty(ReferenceServerOptions options, ApplicationServiceDirectory services) : UsernamePolicy(options, services)
    {
        private const int Long = 200;

        public override string LocalpartFor(string username, bool byService) =>
            username.Length > Long ? Lower(username) : base.LocalpartFor(username, byService);
    }
}
