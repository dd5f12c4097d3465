using System.Text.Json;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Calls;
using Conformance.Steps.Devices;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Identifiers;

/// <summary>Steps about the third-party identifiers of accounts: email addresses, and telephone numbers in international form, digits
/// alone.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="validations">The validation at hand.</param>
[Binding]
public sealed class IdentifierSteps(Scene scene, CallMaker calls, Validations validations)
{
    /// <summary>The account has this email address, validated and added. <c>{Alice.email}</c> is made up for Alice.</summary>
    [Given("{actor} has the email address {string}")]
    public Task HasEmailAddress(ActorPhrase actor, string address) => AddAsync(actor, address);

    /// <summary>The account has this telephone number, validated and added. <c>{Alice.phone}</c> is made up for Alice.</summary>
    [Given("{actor} has the telephone number {string}")]
    public Task HasTelephoneNumber(ActorPhrase actor, string number) => AddAsync(actor, number);

    /// <summary>The account has this address or number; for outlines over both.</summary>
    [Given("{actor} has the identifier {string}")]
    public Task HasIdentifier(ActorPhrase actor, string address) => AddAsync(actor, address);

    /// <summary>The account has exactly these identifiers, in any order.</summary>
    [Then("{actor}'s third-party identifiers are {addresses}")]
    public async Task IdentifiersAre(ActorPhrase actor, AddressListPhrase addresses)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(addresses);
        var expected = addresses.Addresses.Select(scene.FillIn).Order(StringComparer.Ordinal).ToList();
        var (exchange, listed) = await ListAsync(actor);
        if (!listed.Order(StringComparer.Ordinal).SequenceEqual(expected, StringComparer.Ordinal))
            throw scene.Violation(Say(actor, expected), Say(actor, listed), exchange);
    }

    /// <summary>The account has no identifier.</summary>
    [Then("{actor} has no third-party identifiers")]
    public async Task HasNone(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (exchange, listed) = await ListAsync(actor);
        if (listed.Count > 0)
            throw scene.Violation($"{actor.Name} has no third-party identifiers", Say(actor, listed), exchange);
    }

    /// <summary>
    /// Passes that validation to the operation, in the operation's own members: <c>sid</c> and <c>client_secret</c>, and for one at the
    /// identity server also <c>id_server</c> and the caller's <c>id_access_token</c>.
    /// </summary>
    [Given("{caller} calls {operation} with that validation")]
    [When("{caller} calls {operation} with that validation")]
    public Task CallsWithValidation(CallerPhrase caller, OperationPhrase operation) => calls.MakeAsync(caller, Call(caller, operation));

    /// <summary>Like <c>calls … with that validation</c>, and completes a flow of user-interactive authentication.</summary>
    [Given("{caller} calls {operation} with that validation and authenticates")]
    [When("{caller} calls {operation} with that validation and authenticates")]
    public Task CallsWithValidationAndAuthenticates(CallerPhrase caller, OperationPhrase operation) =>
        calls.AuthenticateAsync(caller, Call(caller, operation));

    private OperationCall Call(CallerPhrase caller, OperationPhrase operation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(operation);
        var actor = caller.Actor
            ?? throw new SuiteErrorException("the feature submits a validation as a client without a person", "name the person.");
        return calls.Call(caller, operation, validations.Arguments(scene.OperationOf(operation.Id), actor));
    }

    private Task<bool> AddAsync(ActorPhrase actor, string address)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return scene.AuthenticateAsync(async () =>
        {
            await scene.World.ThreePids.AddAsync(scene.World.Actor(actor.Name), scene.FillIn(address), scene.Cancellation);
            return true;
        });
    }

    private async Task<(Exchange Exchange, List<string> Addresses)> ListAsync(ActorPhrase actor)
    {
        var caller = new CallerPhrase(CallerKind.Person, actor.Name, null);
        var exchange = await calls.MakeAsync(caller, calls.Call(caller, new OperationPhrase(Operations.GetAccount3Pids)));
        if (exchange.Response is not { Status: 200, Json: { ValueKind: JsonValueKind.Object } body })
            throw scene.Violation("getAccount3PIDs gives 200 and an object", exchange.Outcome, exchange);

        // The member may be left out where there are none. An entry without an address is the schema's business.
        return (exchange, [.. (body.Items("threepids") ?? []).Select(entry => entry.Text("address") ?? "(no address)")]);
    }

    private static string Say(ActorPhrase actor, List<string> addresses) =>
        $"{actor.Name}'s third-party identifiers are {DeviceLists.Join(addresses)}";
}
