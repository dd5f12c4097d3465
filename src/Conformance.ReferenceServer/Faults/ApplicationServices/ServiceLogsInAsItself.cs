using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-11.</summary>
internal sealed class ServiceLogsInAsItself()
    : PartFault<Login, ServiceLogsInAsItself.Faulty>("APS-11", "A service that logs in as one of its users gets a session of its own user.")
{
    internal sealed class Faulty(LoginParts parts) : Login(parts)
    {
        protected override Account ForService(Call call)
        {
            _ = base.ForService(call);
            return Accounts.Find(Services.SenderUserId!)!;
        }
    }
}
