using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Chapters.Keys;
using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Deactivation;

/// <summary>Ends the account.</summary>
internal sealed class DeactivateAccount(
    UiaEngine engine, DeviceService devices, CrossSigningKeyStore crossSigning, AccountIdentifiers identifiers, Unbinding unbinding,
    DeactivationRules rules)
    : AsyncUiaOperation(OperationIds.DeactivateAccount, engine)
{
    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => rules.Authenticates(call);

    /// <inheritdoc/>
    public override void Check(Call call)
    {
        _ = call.Body.String("id_server");
        _ = call.Body.Boolean("erase");
    }

    /// <inheritdoc/>
    public override async Task<Reply> PerformAsync(Call call, Account? authenticated, CancellationToken cancellationToken)
    {
        // Without an access token, the account is the one that authenticated.
        var account = call.Caller?.Account ?? authenticated ?? throw MatrixException.MissingToken();
        var idServer = call.Body.String("id_server");
        var areUnbound = !rules.Unbinds(idServer) || await unbinding.UnbindAllAsync(account, idServer, cancellationToken);
        var ends = rules.Ends;
        if (ends.HasFlag(DeactivationEffects.Logins))
        {
            account.IsDeactivated = true;
        }

        if (ends.HasFlag(DeactivationEffects.Identifiers))
        {
            identifiers.Free(account);
        }

        if (ends.HasFlag(DeactivationEffects.Sessions))
        {
            devices.LogOutAll(account, exceptDeviceId: null, SessionEnd.Deactivation);
        }

        if (ends.HasFlag(DeactivationEffects.CrossSigningKeys))
        {
            crossSigning.Remove(account.UserId);
        }

        return Reply.Ok(Unbinding.Describe(areUnbound));
    }

}
