using Conformance.Matrix.Calls;
using Conformance.Matrix.Scenarios;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Tokens;

/// <summary>Steps about tokens of one kind that are used as another.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="owners">Asks whose tokens are.</param>
[Binding]
public sealed class TokenSteps(Scene scene, TokenOwners owners)
{
    /// <summary>A valid token of this kind, which was not used yet, is <c>{token}</c> in later steps. The person, who has an account, owns
    /// it, unless tokens of the kind are nobody's.</summary>
    [Given("{actor} has {token}")]
    public async Task HasToken(ActorPhrase actor, TokenKind token)
    {
        ArgumentNullException.ThrowIfNull(actor);
        scene.World.Memory["token"] = await scene.AuthenticateAsync(() =>
            scene.World.Tokens.GetAsync(token, scene.World.Actor(actor.Name), scene.Cancellation));
    }

    /// <summary>Calls <c>getTokenOwner</c> twice, with this access token in the header, unless it has characters that cannot stand there,
    /// and in the query. If the server does not look for tokens in the query (401 M_MISSING_TOKEN), that call does not
    /// count.</summary>
    [When("{string} is sent as an access token")]
    public async Task IsSent(string token)
    {
        var caller = new Caller("a client with that token", scene.FillIn(token));
        var responses = new List<Variant>();
        if (caller.AccessToken!.All(character => character is > ' ' and < '\u007f'))
            responses.Add(new Variant("in the header", await owners.AskAsync(caller)));
        var query = await owners.AskAsync(caller, inQuery: true);
        if (query.Response is not { Status: 401, ErrorCode: "M_MISSING_TOKEN" })
            responses.Add(new Variant("in the query", query));
        scene.Several = responses;
    }
}
