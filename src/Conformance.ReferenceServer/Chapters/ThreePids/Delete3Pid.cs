using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Removes an identifier from the account, and unbinds it if possible.</summary>
internal sealed class Delete3Pid(AccountIdentifiers identifiers, Unbinding unbinding, ThreePidRules rules) : IOperationHandler
{
    /// <inheritdoc/>
    public string OperationId => "delete3pidFromAccount";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
    {
        var account = call.RequiredCaller.Account;
        var idServer = call.Body.String("id_server");
        if (rules.NoAddressMeansAll && !call.Body.Has("address"))
        {
            identifiers.Free(account);
            return Reply.Ok(Unbinding.Describe(await unbinding.UnbindAllAsync(account, idServer, cancellationToken)));
        }

        var identifier = IdentifierForms.Of(call.Body.RequiredString("medium"), call.Body.RequiredString("address"));

        // Whatever the identity server says, the account loses the identifier.
        identifiers.Remove(account, identifier);
        return Reply.Ok(Unbinding.Describe((await unbinding.UnbindAsync(account, identifier, idServer, cancellationToken)).IsUnbound));
    }

}
