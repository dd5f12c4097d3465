using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-07.</summary>
internal sealed class PlusSignBecomesAnExclamationMark()
    : PartFault<UsernamePolicy, PlusSignBecomesAnExclamationMark.Faulty>("REG-07", "A name with a plus sign gives a user ID outside the grammar.")
{
    internal sealed class Faulty(ReferenceServerOptions options, ApplicationServiceDirectory services) : UsernamePolicy(options, services)
    {
        public override string LocalpartFor(string username, bool byService) => base.LocalpartFor(username, byService).Replace('+', '!');
    }
}
