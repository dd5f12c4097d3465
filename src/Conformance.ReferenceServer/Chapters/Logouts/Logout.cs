using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Logouts;

/// <summary>Logs the device of the access token out.</summary>
internal sealed class Logout(DeviceService devices) : SimpleOperation(OperationIds.Logout)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var caller = call.RequiredCaller;

        // The token of an application service stays valid; the service must say which device is to go.
        devices.LogOut(caller.Account, caller.DeviceId ?? throw MatrixException.Missing("device_id"));
        return Reply.Done();
    }
}
