using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-15.</summary>
internal sealed class MadeUpDeviceIsNotTheSessions()
    : PartFault<Register, MadeUpDeviceIsNotTheSessions.Faulty>("REG-15", "A registration that names no device tells another than the access token belongs to.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override JsonObject Result(Account account, RequestObject body)
        {
            var result = base.Result(account, body);
            if (!body.Has("device_id") && result.ContainsKey("device_id"))
            {
                result["device_id"] = "ELSEWHERE";
            }

            return result;
        }
    }
}
