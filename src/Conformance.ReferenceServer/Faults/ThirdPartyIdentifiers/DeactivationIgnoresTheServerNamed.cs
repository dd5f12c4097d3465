using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates DEA-04.</summary>
internal sealed class DeactivationIgnoresTheServerNamed()
    : PartFault<Unbinding, DeactivationIgnoresTheServerNamed.Faulty>("DEA-04", "A deactivation that names an identity server unbinds nothing.")
{
    internal sealed class Faulty(IdentifierBindings bindings, IdentityServers servers, AccountIdentifiers identifiers) : Unbinding(bindings, servers, identifiers)
    {
        public override Task<bool> UnbindAllAsync(Account account, string? idServer, CancellationToken cancellationToken) =>
            idServer is not null ? Task.FromResult(true) : base.UnbindAllAsync(account, idServer, cancellationToken);
    }
}
