using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-10.</summary>
internal sealed class IdentifierOfAnotherIsTaken()
    : PartFault<AccountIdentifiers, IdentifierOfAnotherIsTaken.Faulty>("TPI-10", "An identifier that another account has goes to whoever adds it last.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : AccountIdentifiers(options)
    {
        public override bool TryAdd(Account account, ValidatedIdentifier validated)
        {
            if (OwnerOf(validated.Identifier) is { } owner)
            {
                Remove(owner, validated.Identifier);
            }

            return base.TryAdd(account, validated);
        }
    }
}
