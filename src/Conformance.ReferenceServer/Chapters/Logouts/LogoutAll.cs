using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Logouts;

/// <summary>Logs every device of the user out, that of the access token included.</summary>
internal sealed class LogoutAll(DeviceService devices) : SimpleOperation("logout_all")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        devices.LogOutEverywhere(call.RequiredCaller);
        return Reply.Done();
    }
}
