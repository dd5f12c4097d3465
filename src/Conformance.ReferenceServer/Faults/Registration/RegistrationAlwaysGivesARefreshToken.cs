using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-06.</summary>
internal sealed class RegistrationAlwaysGivesARefreshToken()
    : PartFault<Register, RegistrationAlwaysGivesARefreshToken.Faulty>("REG-06", "A registration gives a refresh token to clients that did not ask for one.")
{
    internal sealed class Faulty(RegisterParts parts) : RegisterWithOtherSession(parts)
    {
        protected override SessionRequest InsteadOf(SessionRequest asked) => asked with { Refreshable = true };
    }
}
