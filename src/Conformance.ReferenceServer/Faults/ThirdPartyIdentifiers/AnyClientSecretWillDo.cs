using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-33.</summary>
internal sealed class AnyClientSecretWillDo()
    : PartFault<TokenRequests, AnyClientSecretWillDo.Faulty>("RQT-33", "Client secrets outside their grammar are taken.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TokenRequests(parts)
    {
        protected override void CheckSecret(string secret)
        {
        }
    }
}
