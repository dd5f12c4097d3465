using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Services;

/// <summary>Steps about the application service that the suite runs.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class ApplicationServiceSteps(Scene scene)
{
    /// <summary>The person has an account in the application service's namespace, made by the service; it has no session.</summary>
    [Given("{actor} is a user of the application service")]
    public async Task IsUser(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await scene.World.Accounts.RegisterForApplicationServiceAsync(scene.World.Actor(actor.Name), scene.Cancellation);
    }
}
