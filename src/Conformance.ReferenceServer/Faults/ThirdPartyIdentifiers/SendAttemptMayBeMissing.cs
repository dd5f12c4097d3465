using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-38.</summary>
internal sealed class SendAttemptMayBeMissing()
    : PartFault<TokenRequests, SendAttemptMayBeMissing.Faulty>("RQT-38", "A request without send_attempt counts as the first.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TokenRequests(parts)
    {
        protected override long SendAttempt(RequestObject body) => body.Has("send_attempt") ? base.SendAttempt(body) : 1;
    }
}
