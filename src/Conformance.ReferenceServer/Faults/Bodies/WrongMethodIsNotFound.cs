using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Bodies;

/// <summary>Violates API-15.</summary>
internal sealed class WrongMethodIsNotFound()
    : PartFault<ErrorResponses, WrongMethodIsNotFound.Faulty>("API-15", "A method that an endpoint does not have is answered with 404.")
{
    internal sealed class Faulty : ErrorResponses
    {
        public override Reply Write(MatrixException refusal) =>
            base.Write(refusal.Status == 405 ? new MatrixException(404, ErrorCodes.Unrecognized, refusal.Message) : refusal);
    }
}
