using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;

namespace Conformance.Steps.Calls;

/// <summary>Makes the calls that <c>proper-calls.json</c> has for operations.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
public sealed class ProperCallMaker(Scene scene, CallMaker calls)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Who calls an operation, and the call, without what its schema requires and the entry leaves out.</summary>
    /// <param name="operation">The operation.</param>
    /// <exception cref="SuiteErrorException">There is no such operation.</exception>
    public (CallerPhrase Caller, OperationCall Call) Of(OperationPhrase operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var proper = ProperCalls.Of(operation.Id);
        return (proper.Caller, scene.Call(proper.Caller, scene.OperationOf(operation.Id), Filled(proper.With)));
    }

    /// <summary>Calls an operation as it should be called, or with one deviation. An operation that asks for authentication only when it is
    /// used again has been used before.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="deviate">Makes the deviation.</param>
    /// <param name="caller">Who calls; null for whoever should.</param>
    /// <exception cref="SuiteErrorException">There is no such operation.</exception>
    public async Task<Exchange> MakeAsync(
        OperationPhrase operation, Func<OperationCall, OperationCall> deviate, CallerPhrase? caller = null)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(deviate);
        var proper = ProperCalls.Of(operation.Id);
        if (caller is null && proper.First is { } first && _used.Add(operation.Id))
            await UseAsync(proper, first);
        caller ??= proper.Caller;
        var call = scene.Call(caller, scene.OperationOf(operation.Id), Filled(proper.With));
        return await calls.MakeAsync(caller, deviate(Completed(call)));
    }

    /// <summary>A call with the members that the schema of its request requires and the entry leaves out.</summary>
    public OperationCall Completed(OperationCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var arguments = call.Arguments.ToDictionary(argument => argument.Key, argument => argument.Value, StringComparer.Ordinal);
        foreach (var (name, value) in scene.Run.Specification.SampleRequest(call.Operation) ?? [])
            arguments.TryAdd(name, value?.DeepClone());
        return call with { Arguments = arguments };
    }

    // It prepares the scenario, whatever the step does.
    private async Task UseAsync(ProperCall proper, JsonObject arguments)
    {
        var call = scene.Call(proper.Caller, scene.OperationOf(proper.Operation), Filled(arguments));
        scene.MustSucceedAsSetUp(await scene.AuthenticateAsync(() => scene.World.Uia.CallAsync(
            call, scene.Callers.Of(proper.Caller), scene.Callers.Owner(proper.Caller), ExchangeRole.SetUp, scene.Cancellation)));
    }

    private JsonObject Filled(JsonObject arguments) => JsonNode.Parse(scene.FillInJson(arguments.ToJsonString()))!.AsObject();
}
