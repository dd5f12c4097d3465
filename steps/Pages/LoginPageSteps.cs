using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Conformance.Steps.Tables;
using Reqnroll;

namespace Conformance.Steps.Pages;

/// <summary>Steps on pages of the homeserver.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class LoginPageSteps(Scene scene)
{
    private const string LoginPage = "/_matrix/static/client/login/";

    /// <summary>Logs in on the homeserver's login page, as a person with a browser would. The response is what the page passes
    /// to the client.</summary>
    [When("{actor} logs in on the login page")]
    public Task LogsIn(ActorPhrase actor) => LogInAsync(actor, LoginPage);

    /// <summary>With these parameters in the query of the page.</summary>
    [When("{actor} logs in on the login page with:")]
    public Task LogsInWith(ActorPhrase actor, DataTable table) =>
        LogInAsync(
            actor, $"{LoginPage}?{string.Join('&', Pairs.Of(table).Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(scene.FillIn(pair.Value))}"))}");

    private async Task LogInAsync(ActorPhrase actor, string path)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var walk = await scene.World.Browser.LogInOnPageAsync(scene.World.Actor(actor.Name), path, scene.Role, scene.Cancellation);
        if (walk.LoginAnswer is null)
            throw scene.Violation("the page logs in and calls window.matrixLogin.onLogin with the answer",
                walk.Told("the last page has no such call"), walk.Last);
    }
}
