using Conformance.ReferenceServer.Fallback;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-35.</summary>
internal sealed class SessionIdHasAColon()
    : PartFault<MailValidation, SessionIdHasAColon.Faulty>("RQT-35", "Session IDs have a colon.")
{
    internal sealed class Faulty(MailSender mail, HomeserverAddress address, ReferenceServerOptions options) : MailValidation(mail, address, options)
    {
        protected override string CreateId() => $"mail:{base.CreateId()}";
    }
}
