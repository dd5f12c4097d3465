using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Removes bindings at identity servers, and tells whether that was possible.</summary>
internal sealed class Unbinding(IdentifierBindings bindings, IdentityServers servers, AccountIdentifiers identifiers)
{
    /// <summary>The member of the response that tells clients.</summary>
    public const string Member = "id_server_unbind_result";

    /// <summary>Unbinds one identifier.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="identifier">The identifier.</param>
    /// <param name="idServer">The identity server; null for those where it was bound through this homeserver.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>Whether it is unbound everywhere, and the refusal of an identity server; null if none refused.</returns>
    public async Task<(bool IsUnbound, MatrixException? Refusal)> UnbindAsync(
        Account account, ThirdPartyIdentifier identifier, string? idServer, CancellationToken cancellationToken)
    {
        var places = idServer is null ? bindings.ServersOf(account.UserId, identifier) : [idServer];

        // "If the homeserver does not know the original id_server, it MUST return [...] no-support."
        var isUnbound = places.Count > 0;
        MatrixException? refusal = null;
        foreach (var place in places)
        {
            var answer = servers.IsTrusted(place) ? await servers.UnbindAsync(place, account.UserId, identifier, cancellationToken) : null;
            if (answer is { IsSuccess: true })
            {
                bindings.Forget(account.UserId, identifier, place);
                continue;
            }

            isUnbound = false;
            refusal ??= answer?.ErrorCode is null ? null : IdentityServers.Relayed(answer);
        }

        return (isUnbound, refusal);
    }

    /// <summary>Unbinds every identifier of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="idServer">The identity server; null for those where each was bound through this homeserver.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>Whether all are unbound; true if there are none.</returns>
    public async Task<bool> UnbindAllAsync(Account account, string? idServer, CancellationToken cancellationToken)
    {
        var bound = bindings.Of(account.UserId);
        var all = idServer is null ? bound : bound.Union(identifiers.Of(account).Select(added => added.Identifier));
        var areUnbound = true;
        foreach (var identifier in all)
        {
            try
            {
                areUnbound &= (await UnbindAsync(account, identifier, idServer, cancellationToken)).IsUnbound;
            }
            catch (MatrixException)
            {
                areUnbound = false;
            }
        }

        return areUnbound;
    }

    /// <summary>The response that tells the client.</summary>
    public static JsonObject Describe(bool isUnbound) => new() { [Member] = isUnbound ? "success" : "no-support" };
}
