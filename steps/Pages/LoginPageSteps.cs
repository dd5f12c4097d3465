using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Pages;

/// <summary>Steps on pages of the homeserver.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class LoginPageSteps(Scene scene)
{
    /// <summary>Opens the page, a path from the root of the server, and logs in there as a person with a browser would. What the page gives to the client is the response.</summary>
    [When("{actor} logs in on the page {string}")]
    public async Task LogsInOnPage(ActorPhrase actor, string path)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var walk = await scene.World.LogInOnPageAsync(scene.World.Actor(actor.Name), scene.FillIn(path), scene.Role, scene.Cancellation);
        if (walk.LoginAnswer is null)
            throw scene.Violation("the page logs in and calls window.matrixLogin.onLogin with the answer", walk.Failure ?? "the last page has no such call", null);
    }
}
