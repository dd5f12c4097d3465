using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates DEA-03.</summary>
internal sealed class DeactivationUnbindsNothing()
    : PartFault<Unbinding, DeactivationUnbindsNothing.Faulty>("DEA-03", "A deactivation says that everything was unbound, and unbinds only at a server that is named.")
{
    internal sealed class Faulty(IdentifierBindings bindings, IdentityServers servers, AccountIdentifiers identifiers) : Unbinding(bindings, servers, identifiers)
    {
        public override Task<bool> UnbindAllAsync(Account account, string? idServer, CancellationToken cancellationToken) =>
            idServer is null ? Task.FromResult(true) : base.UnbindAllAsync(account, idServer, cancellationToken);
    }
}
