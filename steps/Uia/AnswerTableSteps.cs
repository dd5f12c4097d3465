using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;
using Conformance.Runner.Results;
using Conformance.Spec;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Uia;

/// <summary>Steps that answer one stage of user-interactive authentication in several ways, each in a session of its own.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="stages">What is known of stages.</param>
/// <param name="proper">Makes proper calls.</param>
/// <param name="arguments">Reads cells.</param>
[Binding]
public sealed class AnswerTableSteps(Scene scene, StageChooser stages, ProperCallMaker proper, Arguments arguments)
{
    private const string Way = "way";

    /// <summary>Calls the operation anew for each row, as <c>proper-calls.json</c> has it, and answers the stage with the row's members of
    /// <c>auth</c>; an empty cell leaves a member out, and an identifier without a type is an m.id.user. The column <c>way</c> names the
    /// row. An answer that was taken ends the step where it has ended the caller's session. Skips the scenario where no flow has the
    /// stage.</summary>
    [When("{operation} is called and its stage {string} answered in each way:")]
    public async Task IsAnsweredInEachWay(OperationPhrase operation, string stage, DataTable table)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(table);
        var type = new StageType(stage);
        var phrase = ProperCalls.Of(operation.Id).Caller;
        var variants = new List<Variant>();
        foreach (var row in table.Rows)
        {
            var begun = await proper.MakeAsync(operation, call => call);
            if (variants.Any(variant => variant.Exchange.Response is { Status: 200 }) && begun.Response is not { IsChallenge: true })
                break;
            if (!stages.Attempt.First.Flows.Any(flow => flow.Contains(type)))
                throw new ScenarioSkippedException(
                    $"{scene.Unmet(Need.SpecialConfiguration)}: no flow of {operation.Id} has the stage {stage}");
            var caller = stages.Caller(phrase);
            await stages.ApproachAsync(type, caller, scene.Callers.Owner(phrase));
            var auth = arguments.Of(table.Header.Where(name => name != Way && row[name].Length > 0).Select(name => (name, row[name])));
            auth["type"] = stage;
            (auth["identifier"] as JsonObject)?.TryAdd("type", "m.id.user");
            variants.Add(new Variant(row[Way], await scene.World.Uia.AnswerAsync(auth, caller, scene.Role, scene.Cancellation)));
        }

        scene.Several = variants;
    }
}
