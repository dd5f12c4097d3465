using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Logs the device of the access token out.</summary>
internal class Logout(DeviceService devices) : SimpleOperation("logout")
{
    /// <summary>The devices.</summary>
    protected DeviceService Devices => devices;

    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var caller = call.RequiredCaller;

        // The token of an application service stays valid; the service must say which device is to go.
        devices.LogOut(caller.Account, caller.DeviceId ?? throw MatrixException.Missing("device_id"));
        return Reply.Done();
    }
}
