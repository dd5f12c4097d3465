using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>Stores the user's cross-signing keys. A user who replaces keys, or adds to them, must authenticate.</summary>
internal sealed class UploadCrossSigningKeys(UiaEngine engine, CrossSigningKeyStore store, KeyRules rules) : UiaOperation(
    OperationIds.UploadCrossSigningKeys, engine)
{
    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call)
    {
        var caller = call.RequiredCaller;
        var keys = Read(call);
        return HasMasterKey(caller.Account.UserId)
            && !(keys.Any(key => key.Kind == CrossSigningKeyKind.Master) && keys.All(key => IsStored(caller.Account, key)))
            && rules.ReplacementAuthenticates(call);
    }

    /// <inheritdoc/>
    public override void Check(Call call)
    {
        var account = call.RequiredCaller.Account;
        var keys = Read(call);
        var master = keys.FirstOrDefault(key => key.Kind == CrossSigningKeyKind.Master)
            ?? store.Find(account.UserId, CrossSigningKeyKind.Master);
        if (master is null && rules.NeedsMasterKey)
        {
            throw new MatrixException(400, ErrorCodes.MissingParam, "There is no master signing key.");
        }

        foreach (var key in keys)
        {
            if (account.Devices.ContainsKey(key.PublicKey) && rules.RefusesIdsOfDevices)
            {
                throw MatrixException.Forbidden("The public key is the ID of one of the user's devices.");
            }

            if (key.Kind != CrossSigningKeyKind.Master
                && master is not null
                && !KeySignatures.IsSignedBy(key.Json, account.UserId, master.PublicKey)
                && rules.ChecksSignatures)
            {
                throw new MatrixException(400, ErrorCodes.InvalidSignature, "A key is not signed by the master signing key.");
            }
        }
    }

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated)
    {
        foreach (var key in Read(call))
        {
            store.Set(call.RequiredCaller.Account.UserId, key);
        }

        return Reply.Done();
    }

    private IReadOnlyList<CrossSigningKey> Read(Call call) =>
        CrossSigningKey.ReadAll(call.Body, call.RequiredCaller.Account.UserId, rules);

    /// <summary>Whether the user has a cross-signing key already.</summary>
    private bool HasMasterKey(string userId) => store.Find(userId, CrossSigningKeyKind.Master) is not null;

    private bool IsStored(Account account, CrossSigningKey key) => store.Find(account.UserId, key.Kind)?.IsSameAs(key) ?? false;
}
