using System.Collections.Concurrent;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Which identifiers were bound at which identity servers through this homeserver, so that they can be unbound there.</summary>
internal sealed class IdentifierBindings
{
    private readonly ConcurrentDictionary<(string UserId, ThirdPartyIdentifier Identifier, string IdServer), byte> _bindings = [];

    /// <summary>Remembers a binding.</summary>
    public void Track(string userId, ThirdPartyIdentifier identifier, string idServer) => _bindings[(userId, identifier, idServer)] = 0;

    /// <summary>Forgets a binding.</summary>
    public void Forget(string userId, ThirdPartyIdentifier identifier, string idServer) =>
        _bindings.TryRemove((userId, identifier, idServer), out _);

    /// <summary>The identity servers at which a user's identifier is bound.</summary>
    public IReadOnlyList<string> ServersOf(string userId, ThirdPartyIdentifier identifier) =>
        [.. _bindings.Keys.Where(binding => binding.UserId == userId && binding.Identifier == identifier)
            .Select(binding => binding.IdServer)];

    /// <summary>The identifiers of a user that are bound anywhere.</summary>
    public IReadOnlyList<ThirdPartyIdentifier> Of(string userId) =>
        [.. _bindings.Keys.Where(binding => binding.UserId == userId).Select(binding => binding.Identifier).Distinct()];
}
