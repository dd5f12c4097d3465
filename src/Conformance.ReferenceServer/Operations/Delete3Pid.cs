using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Takes an identifier from the account, and unbinds it where that is possible.</summary>
internal class Delete3Pid(IdentifierForms forms, AccountIdentifiers identifiers, Unbinding unbinding) : IOperationHandler
{
    /// <inheritdoc/>
    public string OperationId => "delete3pidFromAccount";

    /// <inheritdoc/>
    public virtual async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
    {
        var account = call.RequiredCaller.Account;
        var idServer = call.Body.String("id_server");
        var identifier = forms.Of(call.Body.RequiredString("medium"), call.Body.RequiredString("address"));

        // Whatever the identity server says, the account shall not have it any more.
        Take(account, identifier);
        return Reply.Ok(unbinding.Describe((await unbinding.UnbindAsync(account, identifier, idServer, cancellationToken)).IsUnbound));
    }

    /// <summary>Takes the identifier from the account.</summary>
    protected virtual void Take(Account account, ThirdPartyIdentifier identifier) => identifiers.Remove(account, identifier);
}
