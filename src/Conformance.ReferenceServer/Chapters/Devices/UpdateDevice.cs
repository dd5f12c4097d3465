using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Devices;

/// <summary>Renames one of the user's devices; creates it, for an application service.</summary>
internal sealed class UpdateDevice(DeviceService devices, DeviceRules rules) : SimpleOperation(OperationIds.UpdateDevice)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var caller = call.RequiredCaller;
        var deviceId = call.PathParameters["deviceId"];
        var displayName = call.Body.String("display_name");
        if (devices.FindToRename(caller.Account, deviceId) is { } device)
        {
            DeviceService.Update(device, displayName);
            return Reply.Done();
        }

        if (!rules.Creates(caller))
        {
            throw MatrixException.NotFound("The user has no device of this ID.");
        }

        _ = devices.GetOrCreate(caller.Account, deviceId, displayName);
        return Reply.OfJson(201, []);
    }

}
