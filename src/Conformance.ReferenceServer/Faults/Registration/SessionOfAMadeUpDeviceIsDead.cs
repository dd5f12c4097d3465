using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-03.</summary>
internal sealed class SessionOfAMadeUpDeviceIsDead()
    : PartFault<Register, SessionOfAMadeUpDeviceIsDead.Faulty>("REG-03", "A registration that names no device gives an access token that does not work.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override JsonObject Result(Account account, RequestObject body)
        {
            var result = base.Result(account, body);
            if (!body.Has("device_id") && result.ContainsKey("access_token"))
            {
                result["access_token"] = OpaqueTokens.Create();
            }

            return result;
        }
    }
}
