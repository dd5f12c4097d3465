using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-22.</summary>
internal sealed class AnyUsersPasswordAuthenticates()
    : PartFault<PasswordStage, AnyUsersPasswordAuthenticates.Faulty>("UIA-22", "The password stage is passed with the password of any user.")
{
    internal sealed class Faulty(
        AccountService accounts, UserIdentifiers identifiers)
        : PasswordStage(accounts, identifiers)
    {
        protected override bool IsExpected(Account account, UiaSession session) => true;
    }
}
