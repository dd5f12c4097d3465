using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-02.</summary>
internal sealed class NoIdentifiersAreNotFound()
    : AnswerFault<GetAccount3Pids>("TPI-02", "An account without identifiers gets 404.")
{
    protected override void Alter(JsonObject body, Call call)
    {
        if (body["threepids"]!.AsArray().Count == 0)
        {
            throw MatrixException.NotFound("There are no identifiers.");
        }
    }
}
