using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-07.</summary>
internal sealed class CallWithoutServiceTokenIsForbidden()
    : PartFault<ServiceCredentials, CallWithoutServiceTokenIsForbidden.Faulty>("APS-07", "Who acts as a service without its token is refused with M_FORBIDDEN.")
{
    internal sealed class Faulty(ApplicationServiceDirectory services) : ServiceCredentials(services)
    {
        public override void Require(Call call)
        {
            try
            {
                base.Require(call);
            }
            catch (MatrixException refusal) when (refusal.Status == 401)
            {
                throw MatrixException.Forbidden("The token is not that of an application service.");
            }
        }
    }
}
