using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Devices;

/// <summary>Lists the user's devices.</summary>
internal sealed class GetDevices(DeviceService devices) : SimpleOperation(OperationIds.GetDevices)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) => Reply.Ok(DeviceRepresentation.List(devices.List(call.RequiredCaller.Account)));
}
