using Conformance.Steps.Phrases;
using Reqnroll;

namespace Conformance.Steps.Calls;

/// <summary>
/// Steps that call an operation and complete a flow of user-interactive authentication, always in two requests or more: the first has no
/// <c>auth</c>. An argument
/// <c>auth</c> joins the answer to each stage. An answer that is not a challenge ends the step.
/// </summary>
/// <param name="arguments">Reads arguments.</param>
/// <param name="calls">Makes the calls.</param>
[Binding]
public sealed class AuthenticatedCallSteps(Arguments arguments, CallMaker calls)
{
    /// <summary>Without arguments.</summary>
    [Given("{caller} calls {operation} and authenticates")]
    [When("{caller} calls {operation} and authenticates")]
    public Task Authenticates(CallerPhrase caller, OperationPhrase operation) =>
        calls.AuthenticateAsync(caller, calls.Call(caller, operation));

    /// <summary>With the argument that the path takes.</summary>
    [Given("{caller} calls {operation} for {string} and authenticates")]
    [When("{caller} calls {operation} for {string} and authenticates")]
    public Task AuthenticatesFor(CallerPhrase caller, OperationPhrase operation, string path) =>
        calls.AuthenticateAsync(caller, calls.Call(caller, operation, calls.ForPath(operation, path)));

    /// <summary>With one argument.</summary>
    [Given("{caller} calls {operation} with {word} {value} and authenticates")]
    [When("{caller} calls {operation} with {word} {value} and authenticates")]
    public Task AuthenticatesWith(CallerPhrase caller, OperationPhrase operation, string name, ValuePhrase value) =>
        calls.AuthenticateAsync(caller, calls.Call(caller, operation, arguments.Of(name, value)));

    /// <summary>With the arguments of a table.</summary>
    [Given("{caller} calls {operation} and authenticates, with:")]
    [When("{caller} calls {operation} and authenticates, with:")]
    public Task AuthenticatesWithTable(CallerPhrase caller, OperationPhrase operation, DataTable table) =>
        calls.AuthenticateAsync(caller, calls.Call(caller, operation, arguments.Of(table)));

    /// <summary>With a JSON object that breaks the schema of the request on purpose.</summary>
    [When("{caller} calls {operation} and authenticates, with the malformed body:")]
    public Task AuthenticatesWithMalformedBody(CallerPhrase caller, OperationPhrase operation, string body) =>
        calls.AuthenticateAsync(caller, calls.CallWithBody(caller, operation, body) with { Malformed = true });
}
