using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Devices;

/// <summary>Deletes several of the user's devices.</summary>
internal sealed class DeleteDevices(UiaEngine engine, DeviceService devices, DeviceRules rules)
    : UiaOperation(OperationIds.DeleteDevices, engine)
{
    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => rules.BulkDeletionAuthenticates(call);

    /// <inheritdoc/>
    public override void Check(Call call) => _ = ReadDevices(call.Body);

    /// <summary>The devices to delete.</summary>
    private static IReadOnlyList<string> ReadDevices(RequestObject body) =>
        body.Strings("devices") ?? throw MatrixException.Missing("devices");

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated)
    {
        devices.DeleteAll(call.RequiredCaller.Account, ReadDevices(call.Body));
        return Reply.Done();
    }

}
