using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;

namespace Conformance.Steps.Calls;

/// <summary>Makes the calls of steps. A call that prepares the scenario has to succeed.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="arguments">Reads doc strings.</param>
public sealed class CallMaker(Scene scene, Arguments arguments)
{
    /// <summary>A call with its arguments.</summary>
    /// <exception cref="SuiteErrorException">There is no such operation.</exception>
    public OperationCall Call(CallerPhrase caller, OperationPhrase operation, params JsonObject[] given)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return scene.Call(caller, scene.OperationOf(operation.Id), Join(given));
    }

    /// <summary>A call with a body that is given as text.</summary>
    /// <exception cref="SuiteErrorException">There is no such operation, or the text is not a JSON object.</exception>
    public OperationCall CallWithBody(CallerPhrase caller, OperationPhrase operation, string body) =>
        Call(caller, operation, arguments.OfBody(body));

    /// <summary>The argument that the path of an operation takes.</summary>
    /// <exception cref="SuiteErrorException">The path takes none, or more than one.</exception>
    public JsonObject ForPath(OperationPhrase operation, string value)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var names = scene.OperationOf(operation.Id).Parameters.Where(parameter => parameter.Location == ParameterLocation.Path)
            .Select(parameter => parameter.Name).ToList();
        return names is [var name]
            ? new JsonObject { [name] = scene.FillIn(value) }
            : throw new SuiteErrorException(
                $"the path of {operation.Id} takes {(names.Count == 0 ? "no argument" : string.Join(", ", names))}; \"for\" gives the only one",
                "name the arguments in a table.");
    }

    /// <summary>Makes a call.</summary>
    /// <exception cref="ViolationException">It prepares the scenario, and has failed.</exception>
    public async Task<Exchange> MakeAsync(CallerPhrase caller, OperationCall call) =>
        scene.MustSucceedAsSetUp(await scene.World.CallAsync(call, scene.Callers.Of(caller), scene.Role, scene.Cancellation));

    /// <summary>Makes a call and completes a flow of user-interactive authentication, in two requests or more.</summary>
    /// <exception cref="ViolationException">It prepares the scenario, and has failed.</exception>
    public async Task<Exchange> AuthenticateAsync(CallerPhrase caller, OperationCall call) =>
        scene.MustSucceedAsSetUp(await scene.AuthenticateAsync(() =>
            scene.World.Uia.CallAsync(call, scene.Callers.Of(caller), scene.Callers.Owner(caller), scene.Role, scene.Cancellation)));

    private static JsonObject Join(JsonObject[] given)
    {
        var all = new JsonObject();
        foreach (var (name, value) in given.SelectMany(members => members))
            all[name] = value?.DeepClone();
        return all;
    }
}
