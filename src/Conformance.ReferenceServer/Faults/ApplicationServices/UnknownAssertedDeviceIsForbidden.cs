using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-03.</summary>
internal sealed class UnknownAssertedDeviceIsForbidden()
    : PartFault<Authenticator, UnknownAssertedDeviceIsForbidden.Faulty>("APS-03", "A service that names a device which the user does not have is refused with M_FORBIDDEN.")
{
    internal sealed class Faulty(AuthenticatorParts parts) : Authenticator(parts)
    {
        protected override Requester Assert(RequestTarget target)
        {
            try
            {
                return base.Assert(target);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.UnknownDevice)
            {
                throw MatrixException.Forbidden("The user has no device of this ID.");
            }
        }
    }
}
