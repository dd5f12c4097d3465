using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-08.</summary>
internal sealed class NameWithAnEqualsSignIsReplaced()
    : PartFault<UsernamePolicy, NameWithAnEqualsSignIsReplaced.Faulty>("REG-08", "A name with an equals sign gives a user ID that has nothing to do with it.")
{
    internal sealed class Faulty(ReferenceServerOptions options, ApplicationServiceDirectory services) : UsernamePolicy(options, services)
    {
        public override string LocalpartFor(string username, bool byService) =>
            base.LocalpartFor(username, byService) is var localpart && localpart.Contains('=', StringComparison.Ordinal) ? Generate() : localpart;
    }
}
