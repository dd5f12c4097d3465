using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Ends the account.</summary>
internal class DeactivateAccount(
    UiaEngine engine, AccountService accounts, DeviceService devices, CrossSigningKeyStore crossSigning, AccountIdentifiers identifiers, Unbinding unbinding)
    : AsyncUiaOperation("deactivateAccount", engine)
{
    /// <inheritdoc/>
    public override void Check(Call call)
    {
        _ = call.Body.String("id_server");
        _ = call.Body.Boolean("erase");
    }

    /// <inheritdoc/>
    public override async Task<Reply> PerformAsync(Call call, Account? authenticated, CancellationToken cancellationToken)
    {
        // Without an access token it is the account that authenticated.
        var account = call.Caller?.Account ?? authenticated ?? throw MatrixException.MissingToken();
        var areUnbound = await unbinding.UnbindAllAsync(account, call.Body.String("id_server"), cancellationToken);
        accounts.Deactivate(account);
        identifiers.Free(account);
        EndSessions(account);
        crossSigning.Remove(account.UserId);
        return Reply.Ok(unbinding.Describe(areUnbound));
    }

    /// <summary>Ends every session of the account.</summary>
    protected virtual void EndSessions(Account account) => devices.LogOutAll(account, exceptDeviceId: null);
}
