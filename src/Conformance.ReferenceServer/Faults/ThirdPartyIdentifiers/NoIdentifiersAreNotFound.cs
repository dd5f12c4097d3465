using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-02.</summary>
internal sealed class NoIdentifiersAreNotFound()
    : PartFault<GetAccount3Pids, NoIdentifiersAreNotFound.Faulty>("TPI-02", "An account without identifiers gets 404.")
{
    internal sealed class Faulty(
        AccountIdentifiers identifiers)
        : GetAccount3Pids(identifiers)
    {
        protected override Reply Answer(Call call) =>
            Identifiers.Of(call.RequiredCaller.Account).Count > 0 ? base.Answer(call) : throw MatrixException.NotFound("There are no identifiers.");
    }
}
