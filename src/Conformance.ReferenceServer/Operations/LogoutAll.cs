using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Logs every device of the user out, that of the access token included.</summary>
internal class LogoutAll(DeviceService devices) : SimpleOperation("logout_all")
{
    /// <summary>The devices.</summary>
    protected DeviceService Devices => devices;

    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        devices.LogOutAll(call.RequiredCaller.Account, exceptDeviceId: null);
        return Reply.Done();
    }
}
