using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Deletes one of the user's devices.</summary>
internal class DeleteDevice(UiaEngine engine, DeviceService devices) : UiaOperation(Id, engine)
{
    /// <summary>The operation's id.</summary>
    public const string Id = "deleteDevice";

    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => !call.RequiredCaller.IsApplicationService;

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated)
    {
        var owner = call.RequiredCaller.Account;
        var deviceId = call.PathParameters["deviceId"];
        CheckBeforeDeletion(owner, deviceId);
        devices.Delete(owner, deviceId);
        return Reply.Done();
    }

    /// <summary>Refuses a deletion. A device that is gone already is none to refuse.</summary>
    protected virtual void CheckBeforeDeletion(Account owner, string deviceId)
    {
    }
}
