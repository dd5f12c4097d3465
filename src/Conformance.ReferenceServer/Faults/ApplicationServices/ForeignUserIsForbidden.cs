using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-13.</summary>
internal sealed class ForeignUserIsForbidden()
    : PartFault<Login, ForeignUserIsForbidden.Faulty>("APS-13", "A service that logs in as a user outside its namespace is refused with M_FORBIDDEN.")
{
    internal sealed class Faulty(LoginParts parts) : Login(parts)
    {
        protected override Account ForService(Call call)
        {
            try
            {
                return base.ForService(call);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.Exclusive)
            {
                throw MatrixException.Forbidden("The user is outside the namespace of the application service.");
            }
        }
    }
}
