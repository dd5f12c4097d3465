using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-22.</summary>
internal sealed class ClosedRegistrationIsUnrecognized()
    : PartFault<Register, ClosedRegistrationIsUnrecognized.Faulty>("REG-22", "With registration closed a registration is refused with M_UNRECOGNIZED.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override void CheckKind(string kind)
        {
            try
            {
                base.CheckKind(kind);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.Forbidden)
            {
                throw new MatrixException(404, ErrorCodes.Unrecognized, "There is no such endpoint.");
            }
        }
    }
}
