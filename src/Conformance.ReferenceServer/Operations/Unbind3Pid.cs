using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Unbinds an identifier of the user at an identity server. It stays on the account.</summary>
internal class Unbind3Pid(IdentifierForms forms, Unbinding unbinding) : IOperationHandler
{
    /// <inheritdoc/>
    public string OperationId => "unbind3pidFromAccount";

    /// <inheritdoc/>
    public virtual async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
    {
        var idServer = call.Body.String("id_server");
        var identifier = forms.Of(call.Body.RequiredString("medium"), call.Body.RequiredString("address"));
        var (isUnbound, refusal) = await unbinding.UnbindAsync(call.RequiredCaller.Account, identifier, idServer, cancellationToken);
        return refusal is null ? Reply.Ok(unbinding.Describe(isUnbound)) : throw refusal;
    }
}
