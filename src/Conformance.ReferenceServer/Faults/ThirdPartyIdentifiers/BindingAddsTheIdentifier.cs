using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-15.</summary>
internal sealed class BindingAddsTheIdentifier()
    : PartFault<Bind3Pid, BindingAddsTheIdentifier.Faulty>("TPI-15", "What is bound is added to the account too.")
{
    internal sealed class Faulty(IdentityServers servers, IdentifierBindings bindings, AccountIdentifiers identifiers) : Bind3Pid(servers, bindings)
    {
        public override async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
        {
            var reply = await base.HandleAsync(call, cancellationToken);
            if (await Servers.FindValidatedAsync(IdentitySession.Read(call.Body), cancellationToken) is { } validated)
            {
                _ = identifiers.TryAdd(call.RequiredCaller.Account, validated);
            }

            return reply;
        }
    }
}
