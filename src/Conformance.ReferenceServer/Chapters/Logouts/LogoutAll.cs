using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Logouts;

/// <summary>Logs every device of the user out, that of the access token included.</summary>
internal sealed class LogoutAll(DeviceService devices) : SimpleOperation(OperationIds.LogoutAll)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        devices.LogOutEverywhere(call.RequiredCaller);
        return Reply.Done();
    }
}
