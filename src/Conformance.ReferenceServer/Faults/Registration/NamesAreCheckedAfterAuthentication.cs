using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-20.</summary>
internal sealed class NamesAreCheckedAfterAuthentication()
    : PartFault<Register, NamesAreCheckedAfterAuthentication.Faulty>("REG-20", "A name that cannot be had is refused only after authentication.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        public override void Check(Call call)
        {
            if (call.Body.Has("auth") || IsForService(call.Body))
            {
                base.Check(call);
            }
        }
    }
}
