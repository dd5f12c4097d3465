using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Binds an identifier to the user at an identity server, and remembers it to be unbound one day.</summary>
internal class Bind3Pid(IdentityServers servers, IdentifierBindings bindings) : IOperationHandler
{
    /// <summary>What calls identity servers.</summary>
    protected IdentityServers Servers => servers;

    /// <inheritdoc/>
    public string OperationId => "bind3PID";

    /// <inheritdoc/>
    public virtual async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
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

        return Reply.Done();
    }
}
