using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Bodies;

/// <summary>Violates API-13.</summary>
internal sealed class UnknownIdentifierTypeCrashes()
    : PartFault<ErrorResponses, UnknownIdentifierTypeCrashes.Faulty>("API-13", "An identifier of an unknown type ends in an internal error.")
{
    internal sealed class Faulty : ErrorResponses
    {
        public override Reply Write(MatrixException refusal) =>
            base.Write(refusal.Message.StartsWith("The type of the identifier", StringComparison.Ordinal) ? new MatrixException(500, ErrorCodes.Unknown, "The homeserver failed.") : refusal);
    }
}
