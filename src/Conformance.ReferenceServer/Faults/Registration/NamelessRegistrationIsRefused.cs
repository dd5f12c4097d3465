using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-12.</summary>
internal sealed class NamelessRegistrationIsRefused()
    : PartFault<Register, NamelessRegistrationIsRefused.Faulty>("REG-12", "A registration with a password and no name is refused.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        public override void Check(Call call)
        {
            base.Check(call);
            if (call.Body.Has("password") && !call.Body.Has("username"))
            {
                throw MatrixException.Missing("username");
            }
        }
    }
}
