using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Changes the password, and logs the user's other devices out unless that is declined.</summary>
internal class ChangePassword(UiaEngine engine, AccountService accounts, DeviceService devices) : UiaOperation(Id, engine)
{
    /// <summary>The operation's id.</summary>
    public const string Id = "changePassword";

    /// <inheritdoc/>
    public override void Check(Call call)
    {
        accounts.CheckPassword(call.Body.RequiredString("new_password"));
        _ = call.Body.Boolean("logout_devices");
    }

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated)
    {
        // Without an access token it is the account that authenticated.
        var account = call.Caller?.Account ?? authenticated ?? throw MatrixException.MissingToken();
        accounts.SetPassword(account, call.Body.RequiredString("new_password"));
        if (EndsOtherSessions(call.Body))
        {
            devices.LogOutAll(account, exceptDeviceId: SparedDevice(call));
        }

        return Reply.Done();
    }

    /// <summary>Whether the user's other sessions end.</summary>
    protected virtual bool EndsOtherSessions(RequestObject body) => body.Boolean("logout_devices") ?? true;

    /// <summary>The device that stays logged in where the others are not; null for none.</summary>
    protected virtual string? SparedDevice(Call call) => call.Caller?.DeviceId;
}
