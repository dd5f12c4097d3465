using System.Text.Json;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
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
/// <param name="proper">Makes proper calls.</param>
[Binding]
public sealed class ProperCallSteps(Scene scene, CallMaker calls, ProperCallMaker proper)
{
    // A byte that is never UTF-8, one that wants another after it, and an overlong form.
    private static readonly string[] NoUtf8 = ["%FF", "%C3", "%C0%AF"];

    /// <summary>As it should be.</summary>
    [When("{operation} is called")]
    public Task IsCalled(OperationPhrase operation) => proper.MakeAsync(operation, call => call);

    /// <summary>By a client that has no access token.</summary>
    [When("{operation} is called without an access token")]
    public Task IsCalledWithoutToken(OperationPhrase operation) =>
        proper.MakeAsync(operation, call => call, CallerPhrase.Somebody);

    /// <summary>With an access token that no server ever issued.</summary>
    [When("{operation} is called with an unknown access token")]
    public Task IsCalledWithUnknownToken(OperationPhrase operation) =>
        proper.MakeAsync(operation, call => call, new CallerPhrase(CallerKind.UnknownToken, null, null));

    /// <summary>Without a body, where it should have one.</summary>
    [When("{operation} is called without a body")]
    public Task IsCalledWithoutBody(OperationPhrase operation) =>
        proper.MakeAsync(operation, call => call with { WithoutBody = true, Malformed = true });

    /// <summary>Without one of its arguments.</summary>
    [When("{operation} is called without its {word}")]
    public Task IsCalledWithoutMember(OperationPhrase operation, string member) =>
        proper.MakeAsync(operation, call => call with
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
        var (caller, call) = proper.Of(operation);
        var parameter = call.Operation.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Path)
            ?? throw new SuiteErrorException($"the path of {call.Operation.Id} takes no argument", "remove it from the feature.");
        var malformed = proper.Completed(call) with { Malformed = true };
        await EachAsync(NoUtf8, bytes => bytes, bytes => calls.MakeAsync(
            caller, malformed with { EncodedPath = new Dictionary<string, string> { [parameter.Name] = bytes } }));
    }

    /// <summary>With this header in place of the one that has the access token.</summary>
    [When("{operation} is called with the Authorization header {string}")]
    public Task IsCalledWithAuthorization(OperationPhrase operation, string header) =>
        proper.MakeAsync(operation, call => call with { Headers = Authorization(header) }, CallerPhrase.Somebody);

    /// <summary>With two headers of this name, each in a line of its own.</summary>
    [When("{operation} is called with the Authorization headers {string} and {string}")]
    public Task IsCalledWithTwoAuthorizations(OperationPhrase operation, string first, string second) =>
        proper.MakeAsync(
            operation,
            call => call with
            {
                Headers = Authorization(first),
                RepeatedHeaders = [new("Authorization", scene.FillIn(second))],
            },
            CallerPhrase.Somebody);

    private Dictionary<string, string?> Authorization(string header) => new() { ["Authorization"] = scene.FillIn(header) };

    /// <summary>With an <c>auth</c> that is not an object, <c>null</c> among others, one call for each.</summary>
    [When("{operation} is called with an auth that is not an object")]
    public Task IsCalledWithAuthThatIsNotAnObject(OperationPhrase operation) => MalformAsync(operation, MalformedBodyKind.AuthIsNoObject);

    /// <summary>The same as <c>is called without each required member</c>; whatever is challenged is authenticated, and each response is
    /// the last one.</summary>
    [When("{operation} is called and authenticated without each required member")]
    public Task IsAuthenticatedWithoutEachRequiredMember(OperationPhrase operation) =>
        MalformAndAuthenticateAsync(operation, MalformedBodyKind.RequiredMemberMissing);

    /// <summary>The same as <c>is called with each required member of a wrong type</c>; whatever is challenged is authenticated, and each
    /// response is the last one.</summary>
    [When("{operation} is called and authenticated with each required member of a wrong type")]
    public Task IsAuthenticatedWithRequiredMembersOfWrongTypes(OperationPhrase operation) =>
        MalformAndAuthenticateAsync(operation, MalformedBodyKind.RequiredMemberOfWrongType);

    private Task MalformAndAuthenticateAsync(OperationPhrase operation, MalformedBodyKind kind)
    {
        var (caller, call) = proper.Of(operation);
        var elsewhere = call.Arguments.Where(argument => call.Operation.Parameters.Any(parameter => parameter.Name == argument.Key));
        return EachAsync(Bodies(call, kind), body => body.Name, body =>
        {
            // As arguments, so that the answer to a stage can join them.
            var members = ServerJson.Read(body.Bytes.ToArray())!.Value.Members()
                .ToDictionary(member => member.Name, member => JsonSerializer.SerializeToNode(member.Value), StringComparer.Ordinal);
            return calls.AuthenticateAsync(
                caller, call with { Arguments = members.Concat(elsewhere).ToDictionary(StringComparer.Ordinal), Malformed = true });
        });
    }

    private Task MalformAsync(OperationPhrase operation, MalformedBodyKind kind)
    {
        var (caller, call) = proper.Of(operation);
        return EachAsync(
            Bodies(call, kind), body => body.Name, body => calls.MakeAsync(caller, call with { RawBody = body.Bytes }));
    }

    private async Task EachAsync<T>(IEnumerable<T> cases, Func<T, string> name, Func<T, Task<Exchange>> call)
    {
        var variants = new List<Variant>();
        foreach (var each in cases)
            variants.Add(new Variant(name(each), await call(each)));
        scene.Several = variants;
    }

    private IReadOnlyList<MalformedBody> Bodies(OperationCall call, MalformedBodyKind kind)
    {
        var bodies = new MalformedBodies(scene.Run.Specification, scene.Run.Target.SpecVersion).Of(call, kind);
        return bodies.Count > 0
            ? bodies
            : throw new SuiteErrorException(
                $"the request schema of {call.Operation.Id} cannot be broken in this way", "remove it from the feature.");
    }
}
