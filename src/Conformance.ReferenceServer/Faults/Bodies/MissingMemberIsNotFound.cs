using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Bodies;

/// <summary>Violates API-12.</summary>
internal sealed class MissingMemberIsNotFound()
    : PartFault<ErrorResponses, MissingMemberIsNotFound.Faulty>("API-12", "A member that is missing is answered with 404.")
{
    internal sealed class Faulty : ErrorResponses
    {
        public override Reply Write(MatrixException refusal) =>
            base.Write(refusal.ErrorCode == ErrorCodes.MissingParam ? MatrixException.NotFound(refusal.Message) : refusal);
    }
}
