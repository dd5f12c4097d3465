using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Validates the identifiers of one medium.</summary>
internal interface IValidation
{
    /// <summary>The medium.</summary>
    string Medium { get; }

    /// <summary>Whether the server is set up for it.</summary>
    bool IsAvailable { get; }

    /// <summary>Sends a message to an identifier, unless this attempt has been made before.</summary>
    /// <returns>What the client gets (<c>definitions/request_token_response.yaml</c>).</returns>
    /// <exception cref="MatrixException">No message can be sent.</exception>
    Task<JsonObject> BeginAsync(TokenRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// The identifier that was validated in a session; null if there is no such session, or it validated nothing, or it was used already.
    /// </summary>
    Task<ValidatedIdentifier?> FindAsync(string sessionId, string clientSecret, CancellationToken cancellationToken);

    /// <summary>Uses a session up: it serves one purpose only.</summary>
    /// <returns>False if it was used before.</returns>
    bool TryUse(ValidatedIdentifier validated);
}
