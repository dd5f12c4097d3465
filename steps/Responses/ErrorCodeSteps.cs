using Conformance.Matrix.Verdicts;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Responses;

/// <summary>Steps that look at the error codes of a step that made several calls.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class ErrorCodeSteps(Scene scene)
{
    /// <summary>Each response is a success, or an error with another code than this.</summary>
    [Then("no response has the error code {word}")]
    public void NoResponseHas(string code)
    {
        if (scene.Several.Count == 0)
            throw scene.Violation("at least one response", "none", null);
        var responses = new Comparison("responses");
        foreach (var (name, exchange) in scene.Several)
        {
            responses.Add(
                exchange.Response?.ErrorCode == code,
                $"an answer other than {code}",
                () => new Deviation(name, exchange.Outcome, exchange));
        }

        scene.MustHold(responses);
    }
}
