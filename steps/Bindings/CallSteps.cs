using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Bindings;

/// <summary>Steps that call operations.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class CallSteps(Scene scene)
{
    /// <summary>
    /// Calls an operation by its id. An argument goes where the specification says: path, query, header, else the JSON body.
    /// <c>and authenticates</c> meets the challenge of user-interactive authentication, in two steps or more.
    /// There, an argument <c>auth</c> joins the answer to each stage. As a Given, the call has to succeed.
    /// </summary>
    [Given("{caller} calls {call}")]
    [When("{caller} calls {call}")]
    public Task Calls(CallerPhrase caller, CallPhrase call) => scene.MakeAsync(caller, call);

    /// <summary>Calls an operation with the doc string as its body, exactly as it is where it is no JSON object; as a When, it may break the request's schema.</summary>
    [Given("{caller} calls {call}, with the body:")]
    [When("{caller} calls {call}, with the body:")]
    public Task CallsWithBody(CallerPhrase caller, CallPhrase call, string body) => scene.MakeAsync(caller, call, body);
}
