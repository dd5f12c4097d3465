using Conformance.ReferenceServer.Fallback;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-32.</summary>
internal sealed class RepeatedAttemptSendsAgain()
    : PartFault<MailValidation, RepeatedAttemptSendsAgain.Faulty>("RQT-32", "A repeated attempt sends another mail.")
{
    internal sealed class Faulty(MailSender mail, HomeserverAddress address, ReferenceServerOptions options) : MailValidation(mail, address, options)
    {
        protected override bool NeedsMessage(MailSession session, long attempt) => session.LastAttempt is not { } last || attempt >= last;
    }
}
