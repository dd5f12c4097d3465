using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Devices;

/// <summary>Shows one of the user's devices.</summary>
internal sealed class GetDevice(DeviceService devices) : SimpleOperation(OperationIds.GetDevice)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var device = devices.Find(call.RequiredCaller.Account, call.PathParameters["deviceId"])
            ?? throw MatrixException.NotFound("The user has no device of this ID.");
        return Reply.Ok(DeviceRepresentation.Single(device));
    }

}
