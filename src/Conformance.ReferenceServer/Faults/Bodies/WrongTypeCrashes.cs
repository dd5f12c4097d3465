using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Bodies;

/// <summary>Violates API-11.</summary>
internal sealed class WrongTypeCrashes()
    : PartFault<ErrorResponses, WrongTypeCrashes.Faulty>("API-11", "A member of the wrong type ends in an internal error.")
{
    internal sealed class Faulty : ErrorResponses
    {
        public override Reply Write(MatrixException refusal) =>
            base.Write(refusal.ErrorCode == ErrorCodes.BadJson ? new MatrixException(500, ErrorCodes.Unknown, "The homeserver failed.") : refusal);
    }
}
