using Conformance.Matrix.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Calls;

/// <summary>Steps that call an operation by its id. The specification says where an argument goes: path, query, header, else the JSON body.
/// As a Given, a call has to succeed.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="arguments">Reads arguments.</param>
/// <param name="calls">Makes the calls.</param>
[Binding]
public sealed class CallSteps(Scene scene, Arguments arguments, CallMaker calls)
{
    /// <summary>Without arguments.</summary>
    [Given("{caller} calls {operation}")]
    [When("{caller} calls {operation}")]
    public Task Calls(CallerPhrase caller, OperationPhrase operation) => calls.MakeAsync(caller, calls.Call(caller, operation));

    /// <summary>With the argument that the path takes.</summary>
    [Given("{caller} calls {operation} for {string}")]
    [When("{caller} calls {operation} for {string}")]
    public Task CallsFor(CallerPhrase caller, OperationPhrase operation, string path) =>
        calls.MakeAsync(caller, calls.Call(caller, operation, calls.ForPath(operation, path)));

    /// <summary>With one argument.</summary>
    [Given("{caller} calls {operation} with {word} {value}")]
    [When("{caller} calls {operation} with {word} {value}")]
    public Task CallsWith(CallerPhrase caller, OperationPhrase operation, string name, ValuePhrase value) =>
        calls.MakeAsync(caller, calls.Call(caller, operation, arguments.Of(name, value)));

    /// <summary>With two arguments; with more, it takes a table.</summary>
    [Given("{caller} calls {operation} with {word} {value} and {word} {value}")]
    [When("{caller} calls {operation} with {word} {value} and {word} {value}")]
    public Task CallsWithTwo(
        CallerPhrase caller, OperationPhrase operation, string first, ValuePhrase firstValue, string second, ValuePhrase secondValue) =>
        calls.MakeAsync(caller, calls.Call(caller, operation, arguments.Of(first, firstValue), arguments.Of(second, secondValue)));

    /// <summary>With the argument that the path takes, and another.</summary>
    [Given("{caller} calls {operation} for {string} with {word} {value}")]
    [When("{caller} calls {operation} for {string} with {word} {value}")]
    public Task CallsForWith(CallerPhrase caller, OperationPhrase operation, string path, string name, ValuePhrase value) =>
        calls.MakeAsync(caller, calls.Call(caller, operation, calls.ForPath(operation, path), arguments.Of(name, value)));

    /// <summary>
    /// With the arguments of a table: a name and a value in each row. A dotted name is a member inside a member. A value is text unless it
    /// is written as JSON;
    /// text that looks like JSON stands in quotes.
    /// </summary>
    [Given("{caller} calls {operation} with:")]
    [When("{caller} calls {operation} with:")]
    public Task CallsWithTable(CallerPhrase caller, OperationPhrase operation, DataTable table) =>
        calls.MakeAsync(caller, calls.Call(caller, operation, arguments.Of(table)));

    /// <summary>With the members of a JSON object. Members that the path or the query takes go there.</summary>
    [Given("{caller} calls {operation} with the body:")]
    [When("{caller} calls {operation} with the body:")]
    public Task CallsWithBody(CallerPhrase caller, OperationPhrase operation, string body) =>
        calls.MakeAsync(caller, calls.CallWithBody(caller, operation, body));

    /// <summary>With a JSON object that breaks the schema of the request on purpose. Any other request that does is an error of the
    /// suite.</summary>
    [When("{caller} calls {operation} with the malformed body:")]
    public Task CallsWithMalformedBody(CallerPhrase caller, OperationPhrase operation, string body) =>
        calls.MakeAsync(caller, calls.CallWithBody(caller, operation, body) with { Malformed = true });

    /// <summary>Without arguments and without a body, even where the operation takes one.</summary>
    [Given("{caller} calls {operation} without a body")]
    [When("{caller} calls {operation} without a body")]
    public Task CallsWithoutBody(CallerPhrase caller, OperationPhrase operation) =>
        calls.MakeAsync(caller, calls.Call(caller, operation) with { WithoutBody = true, Malformed = true });

    /// <summary>With the argument that the path takes, and without a body.</summary>
    [Given("{caller} calls {operation} for {string} without a body")]
    [When("{caller} calls {operation} for {string} without a body")]
    public Task CallsForWithoutBody(CallerPhrase caller, OperationPhrase operation, string path) =>
        calls.MakeAsync(
            caller, calls.Call(caller, operation, calls.ForPath(operation, path)) with { WithoutBody = true, Malformed = true });

    /// <summary>With the access token as a parameter of the query, not in a header.</summary>
    [Given("{caller} calls {operation} with the access token in the query")]
    [When("{caller} calls {operation} with the access token in the query")]
    public Task CallsWithTokenInQuery(CallerPhrase caller, OperationPhrase operation) =>
        calls.MakeAsync(caller, calls.Call(caller, operation) with { TokenInQuery = true });

    /// <summary>Calls the second operation if the first fails.</summary>
    [When("{caller} calls {operation}, or else {operation}")]
    public async Task CallsOrElse(CallerPhrase caller, OperationPhrase operation, OperationPhrase otherwise)
    {
        if ((await calls.MakeAsync(caller, calls.Call(caller, operation))).Response is not { Status: >= 200 and < 300 })
            await calls.MakeAsync(caller, calls.Call(caller, otherwise));
    }

    /// <summary>Sends a request without a body that need not be an operation: a method, and a path from the root of the server.</summary>
    [Given("{caller} sends {word} to {string}")]
    [When("{caller} sends {word} to {string}")]
    public async Task Sends(CallerPhrase caller, string method, string path) =>
        scene.MustSucceedAsSetUp(await scene.World.CallAsync(
            new RawCall { Method = method, PathAndQuery = scene.FillInUrl(path) },
            scene.Callers.Of(caller),
            scene.Role,
            scene.Cancellation));
}
