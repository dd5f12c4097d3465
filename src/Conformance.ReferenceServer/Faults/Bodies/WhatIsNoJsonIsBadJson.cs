using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Bodies;

/// <summary>Violates API-10.</summary>
internal sealed class WhatIsNoJsonIsBadJson()
    : PartFault<ErrorResponses, WhatIsNoJsonIsBadJson.Faulty>("API-10", "A body that is no JSON is called JSON of the wrong shape.")
{
    internal sealed class Faulty : ErrorResponses
    {
        public override Reply Write(MatrixException refusal) =>
            base.Write(refusal.ErrorCode == ErrorCodes.NotJson ? MatrixException.BadJson(refusal.Message) : refusal);
    }
}
