using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Ends the account.</summary>
internal class DeactivateAccount(UiaEngine engine, AccountService accounts, DeviceService devices, CrossSigningKeyStore crossSigning)
    : UiaOperation("deactivateAccount", engine)
{
    /// <inheritdoc/>
    public override void Check(Call call)
    {
        _ = call.Body.String("id_server");
        _ = call.Body.Boolean("erase");
    }

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated)
    {
        // Without an access token it is the account that authenticated.
        var account = call.Caller?.Account ?? authenticated ?? throw MatrixException.MissingToken();
        accounts.Deactivate(account);
        devices.LogOutAll(account, exceptDeviceId: null);
        crossSigning.Remove(account.UserId);

        // No account has identifiers, so that there is nothing to unbind.
        return Reply.Ok(new JsonObject { ["id_server_unbind_result"] = "success" });
    }
}
