using System.Collections.Concurrent;

namespace Conformance.ReferenceServer.ThirdParty;

/// <summary>Which identifiers were bound at which identity servers through this homeserver, so that they can be unbound there.</summary>
internal class IdentifierBindings
{
    private readonly ConcurrentDictionary<(string UserId, ThirdPartyIdentifier Identifier, string IdServer), byte> _bindings = [];

    /// <summary>Remembers a binding.</summary>
    public virtual void Track(string userId, ThirdPartyIdentifier identifier, string idServer) => _bindings[(userId, identifier, idServer)] = 0;

    /// <summary>Forgets a binding.</summary>
    public virtual void Forget(string userId, ThirdPartyIdentifier identifier, string idServer) => _bindings.TryRemove((userId, identifier, idServer), out _);

    /// <summary>The identity servers at which a user's identifier is bound.</summary>
    public virtual IReadOnlyList<string> ServersOf(string userId, ThirdPartyIdentifier identifier) =>
        [.. _bindings.Keys.Where(binding => binding.UserId == userId && binding.Identifier == identifier).Select(binding => binding.IdServer)];

    /// <summary>The identifiers of a user that are bound anywhere.</summary>
    public virtual IReadOnlyList<ThirdPartyIdentifier> Of(string userId) =>
        [.. _bindings.Keys.Where(binding => binding.UserId == userId).Select(binding => binding.Identifier).Distinct()];
}
