using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-09.</summary>
internal sealed class NamesMayHaveExclamationMarks()
    : PartFault<UsernamePolicy, NamesMayHaveExclamationMarks.Faulty>("REG-09", "A name with an exclamation mark is taken as it is.")
{
    internal sealed class Faulty(ReferenceServerOptions options, ApplicationServiceDirectory services) : UsernamePolicy(options, services)
    {
        public override string LocalpartFor(string username, bool byService) =>
            username.EndsWith('!') ? base.LocalpartFor(username.TrimEnd('!'), byService) + "!" : base.LocalpartFor(username, byService);
    }
}
