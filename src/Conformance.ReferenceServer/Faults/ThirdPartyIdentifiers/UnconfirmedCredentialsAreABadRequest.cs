using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-05.</summary>
internal sealed class UnconfirmedCredentialsAreABadRequest()
    : PartFault<Post3Pids, UnconfirmedCredentialsAreABadRequest.Faulty>("TPI-05", "Credentials that the identity server does not confirm give 400.")
{
    internal sealed class Faulty(
        AccountIdentifiers identifiers, IdentityServers servers)
        : Post3Pids(identifiers, servers)
    {
        public override async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
        {
            try
            {
                return await base.HandleAsync(call, cancellationToken);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.ThreepidAuthFailed)
            {
                throw new MatrixException(400, refusal.ErrorCode, refusal.Message);
            }
        }
    }
}
