using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Adds an identifier to the account that an identity server has validated. Deprecated.</summary>
/// <remarks>
/// The specification calls it an equivalent of binding as well; title and description of the response say that it adds, so that is what
/// this does.
/// </remarks>
internal sealed class Post3Pids(AccountIdentifiers identifiers, IdentityServers servers) : IOperationHandler
{
    /// <inheritdoc/>
    public string OperationId => "post3PIDs";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
    {
        var session = IdentitySession.Read(call.Body.RequiredObject("three_pid_creds"));
        servers.CheckTrusted(session.IdServer);
        var validated = await servers.FindValidatedAsync(session, cancellationToken)
            ?? throw new MatrixException(403, ErrorCodes.ThreepidAuthFailed, "The identity server does not confirm these credentials.");
        return identifiers.TryAdd(call.RequiredCaller.Account, validated)
            ? Reply.Done()
            : throw new MatrixException(400, ErrorCodes.ThreepidInUse, "Another account has this identifier.");
    }
}
