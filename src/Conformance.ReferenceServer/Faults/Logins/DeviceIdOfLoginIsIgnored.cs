using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-16.</summary>
internal sealed class DeviceIdOfLoginIsIgnored()
    : AnswerFault<Operations.Login>("LOG-16", "A login makes a device of its own although it is given a device ID.")
{
    protected override Call Before(Call call) => WithBody(call, body => body.Remove("device_id"));
}
