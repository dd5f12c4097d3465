using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Deletes several of the user's devices.</summary>
internal class DeleteDevices(UiaEngine engine, DeviceService devices) : UiaOperation(Id, engine)
{
    /// <summary>The operation's id.</summary>
    public const string Id = "deleteDevices";

    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => !call.RequiredCaller.IsApplicationService;

    /// <inheritdoc/>
    public override void Check(Call call) => _ = ReadDevices(call.Body);

    /// <summary>The devices that are to go.</summary>
    protected virtual IReadOnlyList<string> ReadDevices(RequestObject body) =>
        body.Strings("devices") ?? throw MatrixException.Missing("devices");

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated)
    {
        var owner = call.RequiredCaller.Account;
        var deviceIds = ReadDevices(call.Body);
        CheckBeforeDeletion(owner, deviceIds);
        devices.DeleteAll(owner, deviceIds);
        return Reply.Done();
    }

    /// <summary>Refuses a deletion. Devices that are gone already are none to refuse.</summary>
    protected virtual void CheckBeforeDeletion(Account owner, IReadOnlyList<string> deviceIds)
    {
    }
}
