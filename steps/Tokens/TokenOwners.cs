using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;

namespace Conformance.Steps.Tokens;

/// <summary>Asks whose an access token is: <c>getTokenOwner</c>, which tells whether it is accepted.</summary>
/// <param name="scene">The scenario.</param>
public sealed class TokenOwners(Scene scene)
{
    /// <summary>Asks, in the role of the step.</summary>
    /// <param name="client">The client that has the token.</param>
    /// <param name="inQuery">Whether the token is a parameter of the query, not in a header.</param>
    public Task<Exchange> AskAsync(Caller client, bool inQuery = false) => scene.World.CallAsync(
        scene.Call(CallerPhrase.Somebody, scene.OperationOf(Operations.GetTokenOwner), []) with { TokenInQuery = inQuery },
        client,
        scene.Role,
        scene.Cancellation);
}
