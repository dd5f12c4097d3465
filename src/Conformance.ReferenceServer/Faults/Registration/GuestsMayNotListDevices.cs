using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-27.</summary>
internal sealed class GuestsMayNotListDevices()
    : PartFault<Authenticator, GuestsMayNotListDevices.Faulty>("REG-27", "A guest may not list the own devices.")
{
    internal sealed class Faulty(AuthenticatorParts parts) : Authenticator(parts)
    {
        protected override void CheckGuest(Call call)
        {
            base.CheckGuest(call);
            if (call.OperationId == "getDevices")
            {
                throw MatrixException.Forbidden("This is not open to guests.");
            }
        }
    }
}
