using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Devices;

/// <summary>Deletes one of the user's devices.</summary>
internal sealed class DeleteDevice(UiaEngine engine, DeviceService devices, DeviceRules rules)
    : UiaOperation(OperationIds.DeleteDevice, engine)
{
    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => rules.DeletionAuthenticates(call);

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated)
    {
        devices.Delete(call.RequiredCaller.Account, call.PathParameters["deviceId"]);
        return Reply.Done();
    }

}
