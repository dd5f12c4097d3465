using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Renames one of the user's devices; creates it, for an application service.</summary>
internal class UpdateDevice(DeviceService devices) : SimpleOperation("updateDevice")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var caller = call.RequiredCaller;
        var deviceId = call.PathParameters["deviceId"];
        var displayName = call.Body.String("display_name");
        if (caller.Account.Devices.TryGetValue(deviceId, out var device))
        {
            devices.Update(device, displayName);
            return Reply.Done();
        }

        return Unknown(caller, deviceId, displayName);
    }

    /// <summary>What becomes of a device that the user does not have.</summary>
    protected virtual Reply Unknown(Requester caller, string deviceId, string? displayName) =>
        caller.IsApplicationService
            ? Create(caller.Account, deviceId, displayName)
            : throw MatrixException.NotFound("The user has no device of this ID.");

    /// <summary>Creates the device.</summary>
    protected Reply Create(Account owner, string deviceId, string? displayName)
    {
        _ = devices.GetOrCreate(owner, deviceId, displayName);
        return Reply.OfJson(201, []);
    }
}
