using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-05.</summary>
internal sealed class InhibitedLoginHasALifetime()
    : PartFault<Register, InhibitedLoginHasALifetime.Faulty>("REG-05", "A registration without a session says how long its access token lives.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override JsonObject Result(Account account, RequestObject body)
        {
            var result = base.Result(account, body);
            if (body.Boolean("inhibit_login") == true)
            {
                result["expires_in_ms"] = 60_000;
            }

            return result;
        }
    }
}
