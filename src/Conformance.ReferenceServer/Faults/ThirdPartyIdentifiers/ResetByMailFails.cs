using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates PWD-08.</summary>
internal sealed class ResetByMailFails()
    : PartFault<EmailStage, ResetByMailFails.Faulty>("PWD-08", "A validated email address authenticates nobody whose password is to be reset.")
{
    internal sealed class Faulty(MailValidation validation, AccountIdentifiers identifiers) : EmailStage(validation, identifiers)
    {
        protected override bool IsExpected(Account account, UiaSession session) => false;
    }
}
