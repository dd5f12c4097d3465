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
    /// There, an argument <c>auth</c> joins the answer to each stage. As a Given, the call has to succeed. <c>with each body that is no JSON</c> (no UTF-8, no object), <c>each required member missing</c> (of a wrong type),
    /// <c>each optional member of a wrong type</c> and <c>each auth that is no object</c> make the call once for each way to do it wrong, of which the request's schema knows.
    /// <c>getLoginFlows or getAuthMetadata</c> makes the second call where the first gives no success. <c>GET /path</c> is a request outside the operations,
    /// and <c>GET /path and logs in there</c> uses that page to log in; what the page then gives to the client is the response.
    /// </summary>
    [Given("{caller} calls {call}")]
    [When("{caller} calls {call}")]
    public Task Calls(CallerPhrase caller, CallPhrase call) => scene.MakeAsync(caller, call);

    /// <summary>Calls an operation with the doc string as its body, exactly as it is where it is no JSON object; as a When, it may break the request's schema.</summary>
    [Given("{caller} calls {call}, with the body:")]
    [When("{caller} calls {call}, with the body:")]
    public Task CallsWithBody(CallerPhrase caller, CallPhrase call, string body) => scene.MakeAsync(caller, call, body);
}
