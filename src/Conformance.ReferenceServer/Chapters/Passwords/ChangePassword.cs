using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Passwords;

/// <summary>Changes the password, and logs the user's other devices out unless that is declined.</summary>
internal sealed class ChangePassword(UiaEngine engine, AccountService accounts, DeviceService devices, PasswordRules rules)
    : UiaOperation(OperationIds.ChangePassword, engine)
{
    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => rules.ChangeAuthenticates(call);

    /// <inheritdoc/>
    public override void Check(Call call)
    {
        accounts.CheckPassword(call.Body.RequiredString("new_password"));
        _ = call.Body.Boolean("logout_devices");
    }

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated)
    {
        // Without an access token, the account is the one that authenticated.
        var account = call.Caller?.Account ?? authenticated ?? throw MatrixException.MissingToken();
        accounts.SetPassword(account, call.Body.RequiredString("new_password"));
        if (call.Body.Boolean("logout_devices") ?? true)
        {
            devices.LogOutAll(account, exceptDeviceId: rules.Spared(call), SessionEnd.PasswordChange);
        }

        return Reply.Done();
    }

}
