using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Binds an identifier to the user at an identity server, and remembers the binding for a later unbinding.</summary>
internal sealed class Bind3Pid(
    IdentityServers servers, IdentifierBindings bindings, AccountIdentifiers identifiers, ThreePidRules rules) : IOperationHandler
{
    /// <inheritdoc/>
    public string OperationId => "bind3PID";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
    {
        var session = IdentitySession.Read(call.Body);
        servers.CheckTrusted(session.IdServer);
        var userId = call.RequiredCaller.Account.UserId;
        var identifier = await servers.BindAsync(session, userId, cancellationToken)
            ?? (await servers.FindValidatedAsync(session, cancellationToken))?.Identifier;
        if (identifier is not null)
        {
            bindings.Track(userId, identifier, session.IdServer);
        }

        if (rules.BindingAdds && await servers.FindValidatedAsync(session, cancellationToken) is { } validated)
        {
            _ = identifiers.TryAdd(call.RequiredCaller.Account, validated);
        }

        return Reply.Done();
    }
}
