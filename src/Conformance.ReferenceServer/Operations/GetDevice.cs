using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Shows one of the user's devices.</summary>
internal class GetDevice(DeviceService devices, DeviceRepresentation representation) : SimpleOperation("getDevice")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var caller = call.RequiredCaller;
        var device = devices.Find(caller.Account, call.PathParameters["deviceId"], caller.DeviceId) ?? throw NotFound();
        return Reply.Ok(representation.Single(device));
    }

    /// <summary>The refusal where the user has no such device.</summary>
    protected virtual MatrixException NotFound() => MatrixException.NotFound("The user has no device of this ID.");
}
