using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Lists the user's devices.</summary>
internal class GetDevices(DeviceService devices, DeviceRepresentation representation) : SimpleOperation("getDevices")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var caller = call.RequiredCaller;
        return Reply.Ok(representation.List(devices.List(caller.Account, caller.DeviceId)));
    }
}
