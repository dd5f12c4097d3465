using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-12.</summary>
internal sealed class UnregisteredUserIsNotFound()
    : PartFault<Login, UnregisteredUserIsNotFound.Faulty>("APS-12", "A service that logs in as a user which it never registered is answered with M_NOT_FOUND.")
{
    internal sealed class Faulty(LoginParts parts) : Login(parts)
    {
        protected override Account ForService(Call call)
        {
            try
            {
                return base.ForService(call);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.Forbidden)
            {
                throw MatrixException.NotFound("There is no such user.");
            }
        }
    }
}
