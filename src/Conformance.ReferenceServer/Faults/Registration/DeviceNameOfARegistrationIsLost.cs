using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-16.</summary>
internal sealed class DeviceNameOfARegistrationIsLost()
    : PartFault<Register, DeviceNameOfARegistrationIsLost.Faulty>("REG-16", "The name given to the device at registration is not kept.")
{
    internal sealed class Faulty(RegisterParts parts) : RegisterWithOtherSession(parts)
    {
        protected override SessionRequest InsteadOf(SessionRequest asked) => asked with { DisplayName = null };
    }
}
