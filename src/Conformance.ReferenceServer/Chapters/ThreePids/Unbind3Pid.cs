using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Unbinds an identifier of the user at an identity server. It stays on the account.</summary>
internal sealed class Unbind3Pid(Unbinding unbinding, AccountIdentifiers identifiers, ThreePidRules rules) : IOperationHandler
{
    /// <inheritdoc/>
    public string OperationId => "unbind3pidFromAccount";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
    {
        var idServer = call.Body.String("id_server");
        if (rules.NoAddressMeansAll && !call.Body.Has("address"))
        {
            return Reply.Ok(Unbinding.Describe(
                await unbinding.UnbindAllAsync(call.RequiredCaller.Account, idServer, cancellationToken)));
        }

        var identifier = IdentifierForms.Of(call.Body.RequiredString("medium"), call.Body.RequiredString("address"));
        var (isUnbound, refusal) = await unbinding.UnbindAsync(call.RequiredCaller.Account, identifier, idServer, cancellationToken);
        if (refusal is null && rules.UnbindingRemoves)
        {
            identifiers.Remove(call.RequiredCaller.Account, identifier);
        }

        return refusal is null ? Reply.Ok(Unbinding.Describe(isUnbound)) : throw refusal;
    }
}
