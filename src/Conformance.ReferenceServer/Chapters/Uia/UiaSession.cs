using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>A session of user-interactive authentication: one API call on its way to be performed.</summary>
/// <param name="id">The session identifier. A secret.</param>
/// <param name="binding">The API call it was begun for.</param>
/// <param name="owner">The owner of the access token; null where there was none.</param>
/// <param name="body">The body of the request it was begun with.</param>
/// <param name="expiresAt">When it ends.</param>
internal sealed class UiaSession(string id, UiaBinding binding, Account? owner, RequestObject body, DateTimeOffset expiresAt)
{
    /// <summary>The session identifier. A secret.</summary>
    public string Id { get; } = id;

    /// <summary>The API call it was begun for.</summary>
    public UiaBinding Binding { get; } = binding;

    /// <summary>The owner of the access token; null where there was none.</summary>
    public Account? Owner { get; } = owner;

    /// <summary>The body of the request it was begun with.</summary>
    public RequestObject Body { get; } = body;

    /// <summary>When it ends.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>The stages that were completed, in that order. Guarded by <see cref="Gate"/>.</summary>
    public List<string> Completed { get; } = [];

    /// <summary>Who authenticated; null until a stage says so. Guarded by <see cref="Gate"/>.</summary>
    public Account? AuthenticatedAs { get; set; }

    /// <summary>Who signed on at the provider for it; null if nobody did, or nobody known here.</summary>
    public Account? SignedOnAs { get; set; }

    /// <summary>The identifiers that were proved to be the client's, for an account that does not exist yet. Guarded by <see
    /// cref="Gate"/>.</summary>
    public List<ValidatedIdentifier> Proven { get; } = [];

    /// <summary>What the performed call answered; null before. Guarded by <see cref="Gate"/>.</summary>
    public Reply? Result { get; set; }

    /// <summary>Lets one request at a time work on the session, so that no call is performed twice.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);
}
