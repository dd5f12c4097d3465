using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Devices;

/// <summary>Lists the user's devices.</summary>
internal sealed class GetDevices(DeviceService devices) : SimpleOperation("getDevices")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) => Reply.Ok(DeviceRepresentation.List(devices.List(call.RequiredCaller.Account)));
}
