using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Runner.Results;
using Conformance.Spec;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Accounts;

/// <summary>Steps that ask what the server lets people do with their accounts.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class CapabilitySteps(Scene scene)
{
    /// <summary>The capability m.get_login_token is absent, or not enabled. Skips the scenario where it is, or cannot be asked
    /// for.</summary>
    [Given("{actor} may not generate login tokens")]
    public async Task MayNotGenerateLoginTokens(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var caller = new CallerPhrase(CallerKind.Person, actor.Name, null);
        var exchange = await scene.World.CallAsync(
            scene.Call(caller, scene.OperationOf(Operations.GetCapabilities), []),
            scene.Callers.Of(caller),
            scene.Role,
            scene.Cancellation);
        if (exchange.Response is not { Status: 200, Json: { } body })
            throw new ScenarioSkippedException($"{scene.Unmet(Need.SpecialConfiguration)}: getCapabilities gives {exchange.Outcome}");
        if (body.Member("capabilities")?.Member("m.get_login_token")?.IsTrue("enabled") == true)
            throw new ScenarioSkippedException($"{scene.Unmet(Need.SpecialConfiguration)}: the server gives login tokens");
    }
}
