using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Calls;

/// <summary>
/// Steps that call an operation in the way that <c>proper-calls.json</c> has for it, or deviate from that in one point. Who calls is
/// written there; Alice has to be
/// logged in on "PHONE" and "LAPTOP".
/// </summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
[Binding]
public sealed class ProperCallSteps(Scene scene, CallMaker calls)
{
    private static readonly CallerPhrase Anonymous = new(CallerKind.Anonymous, null, null);

    // A byte that is never UTF-8, one that wants another after it, and an overlong form.
    private static readonly string[] NoUtf8 = ["%FF", "%C3", "%C0%AF"];

    /// <summary>As it should be.</summary>
    [When("{operation} is called")]
    public Task IsCalled(OperationPhrase operation) => CallAsync(operation, call => call);

    /// <summary>By a client that has no access token.</summary>
    [When("{operation} is called without an access token")]
    public Task IsCalledWithoutToken(OperationPhrase operation) =>
        CallAsync(operation, call => call, new CallerPhrase(CallerKind.Anonymous, null, null));

    /// <summary>With an access token that no server ever issued.</summary>
    [When("{operation} is called with an unknown access token")]
    public Task IsCalledWithUnknownToken(OperationPhrase operation) =>
        CallAsync(operation, call => call, new CallerPhrase(CallerKind.UnknownToken, null, null));

    /// <summary>Without a body, where it should have one.</summary>
    [When("{operation} is called without a body")]
    public Task IsCalledWithoutBody(OperationPhrase operation) =>
        CallAsync(operation, call => call with { WithoutBody = true, Malformed = true });

    /// <summary>Without one of its arguments.</summary>
    [When("{operation} is called without its {word}")]
    public Task IsCalledWithoutMember(OperationPhrase operation, string member) =>
        CallAsync(operation, call => call with
        {
            Arguments = call.Arguments.Where(argument => argument.Key != member)
                .ToDictionary(argument => argument.Key, argument => argument.Value, StringComparer.Ordinal),
            Malformed = true,
        });

    /// <summary>With bodies that are text and not JSON, one call for each.</summary>
    [When("{operation} is called with a body that is not JSON")]
    public Task IsCalledWithTextThatIsNotJson(OperationPhrase operation) => MalformAsync(operation, MalformedBodyKind.NoJson);

    /// <summary>With bodies that would be JSON, were their bytes UTF-8, one call for each.</summary>
    [When("{operation} is called with a body that is not UTF-8")]
    public Task IsCalledWithBytesThatAreNotUtf8(OperationPhrase operation) => MalformAsync(operation, MalformedBodyKind.NoUtf8);

    /// <summary>With bodies that are JSON and not an object, one call for each.</summary>
    [When("{operation} is called with a body that is not an object")]
    public Task IsCalledWithJsonThatIsNotAnObject(OperationPhrase operation) => MalformAsync(operation, MalformedBodyKind.NoObject);

    /// <summary>Once for each member that the schema of its request requires, without that member.</summary>
    [When("{operation} is called without each required member")]
    public Task IsCalledWithoutEachRequiredMember(OperationPhrase operation) =>
        MalformAsync(operation, MalformedBodyKind.RequiredMemberMissing);

    /// <summary>Once for each type that a required member may not have.</summary>
    [When("{operation} is called with each required member of a wrong type")]
    public Task IsCalledWithRequiredMembersOfWrongTypes(OperationPhrase operation) =>
        MalformAsync(operation, MalformedBodyKind.RequiredMemberOfWrongType);

    /// <summary>Once for each type that an optional member may not have.</summary>
    [When("{operation} is called with each optional member of a wrong type")]
    public Task IsCalledWithOptionalMembersOfWrongTypes(OperationPhrase operation) =>
        MalformAsync(operation, MalformedBodyKind.OptionalMemberOfWrongType);

    /// <summary>Once for each kind of number that JSON has and canonical JSON does not: a fraction, and an integer above 2^53. It stands in
    /// a further member, of a name that the server does not know.</summary>
    [When("{operation} is called with numbers that canonical JSON does not have")]
    public Task IsCalledWithNumbersBeyondCanonicalJson(OperationPhrase operation) =>
        MalformAsync(operation, MalformedBodyKind.NumberBeyondCanonicalJson);

    /// <summary>With bytes in its path that are not UTF-8, percent-encoded, one call for each.</summary>
    [When("{operation} is called with a path that is not UTF-8")]
    public async Task IsCalledWithPathThatIsNotUtf8(OperationPhrase operation)
    {
        var (proper, call) = Of(operation, null);
        var parameter = call.Operation.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Path)
            ?? throw new SuiteErrorException($"the path of {call.Operation.Id} takes no argument", "remove it from the feature.");
        var variants = new List<Variant>();
        foreach (var bytes in NoUtf8)
        {
            var malformed = Completed(call) with
            {
                EncodedPath = new Dictionary<string, string> { [parameter.Name] = bytes },
                Malformed = true,
            };
            variants.Add(new Variant(bytes, await calls.MakeAsync(proper.Caller, malformed)));
        }

        scene.Several = variants;
    }

    /// <summary>With this header in place of the one that has the access token.</summary>
    [When("{operation} is called with the Authorization header {string}")]
    public Task IsCalledWithAuthorization(OperationPhrase operation, string header) =>
        CallAsync(operation, call => call with { Headers = Authorization(header) }, Anonymous);

    /// <summary>With two headers of this name, each in a line of its own.</summary>
    [When("{operation} is called with the Authorization headers {string} and {string}")]
    public Task IsCalledWithTwoAuthorizations(OperationPhrase operation, string first, string second) =>
        CallAsync(
            operation,
            call => call with
            {
                Headers = Authorization(first),
                RepeatedHeaders = [new("Authorization", scene.FillIn(second))],
            },
            Anonymous);

    private Dictionary<string, string?> Authorization(string header) => new() { ["Authorization"] = scene.FillIn(header) };

    /// <summary>With an <c>auth</c> that is not an object, <c>null</c> among others, one call for each.</summary>
    [When("{operation} is called with an auth that is not an object")]
    public Task IsCalledWithAuthThatIsNotAnObject(OperationPhrase operation) => MalformAsync(operation, MalformedBodyKind.AuthIsNoObject);

    private async Task CallAsync(OperationPhrase operation, Func<OperationCall, OperationCall> deviate, CallerPhrase? caller = null)
    {
        var (proper, call) = Of(operation, caller);
        await calls.MakeAsync(caller ?? proper.Caller, deviate(Completed(call)));
    }

    private async Task MalformAsync(OperationPhrase operation, MalformedBodyKind kind)
    {
        var (proper, call) = Of(operation, null);
        var bodies = new MalformedBodies(scene.Run.Specification, scene.Run.Target.SpecVersion).Of(call, kind);
        if (bodies.Count == 0)
            throw new SuiteErrorException(
                $"the request schema of {call.Operation.Id} cannot be broken in this way",
                "remove it from the feature.");
        var variants = new List<Variant>();
        foreach (var body in bodies)
            variants.Add(new Variant(body.Name, await calls.MakeAsync(proper.Caller, call with { RawBody = body.Bytes })));
        scene.Several = variants;
    }

    private (ProperCall Proper, OperationCall Call) Of(OperationPhrase operation, CallerPhrase? caller)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var proper = ProperCalls.Of(operation.Id);

        var arguments = JsonNode.Parse(scene.FillInJson(proper.With.ToJsonString()))!.AsObject();
        return (proper, scene.Call(caller ?? proper.Caller, scene.OperationOf(operation.Id), arguments));
    }

    // The members that the schema requires and the entry leaves out.
    private OperationCall Completed(OperationCall call)
    {
        var arguments = call.Arguments.ToDictionary(argument => argument.Key, argument => argument.Value, StringComparer.Ordinal);
        foreach (var (name, value) in scene.Run.Specification.SampleRequest(call.Operation) ?? [])
            arguments.TryAdd(name, value?.DeepClone());
        return call with { Arguments = arguments };
    }
}
