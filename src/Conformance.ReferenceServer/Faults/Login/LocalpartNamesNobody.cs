using Conformance.ReferenceServer.Accounts;

namespace Conformance.ReferenceServer.Faults.Login;

/// <summary>Violates LOG-14.</summary>
internal sealed class LocalpartNamesNobody()
    : PartFault<UserIdentifiers, LocalpartNamesNobody.Faulty>("LOG-14", "A login by localpart is refused.")
{
    internal sealed class Faulty(AccountService accounts, ReferenceServerOptions options) : UserIdentifiers(accounts, options)
    {
        public override Account? FindUser(string user) => user.StartsWith('@') ? base.FindUser(user) : null;
    }
}
