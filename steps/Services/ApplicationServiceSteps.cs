using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Services;

/// <summary>Steps about the application service that the suite runs.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
[Binding]
public sealed class ApplicationServiceSteps(Scene scene, CallMaker calls)
{
    private const string ServiceType = "m.login.application_service";

    /// <summary>The person has an account in the application service's namespace, made by the service; it has no session.</summary>
    [Given("{actor} is a user of the application service")]
    public async Task IsUser(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await scene.World.Accounts.RegisterForApplicationServiceAsync(scene.World.Actor(actor.Name), scene.Cancellation);
    }

    /// <summary>The user of the service's <c>sender_localpart</c> has an account; its name is <c>{service.user}</c>. A service registers
    /// it like any other of its users, and a server may have made it already.</summary>
    [Given("the application service's own user is registered")]
    public async Task OwnUserIsRegistered()
    {
        var service = new CallerPhrase(CallerKind.ApplicationService, null, null);
        var exchange = await scene.World.CallAsync(
            Registration(service, "{service.user}"), scene.Callers.Of(service), scene.Role, scene.Cancellation);
        if (exchange.Response?.ErrorCode is not "M_USER_IN_USE")
            scene.MustSucceedAsSetUp(exchange);
    }

    /// <summary>Asserts the identity of a user in its namespace that does not exist, on the server of the people in the scenario.</summary>
    [When("the application service calls {operation} as a user that it has not registered")]
    public Task CallsAsUnregistered(OperationPhrase operation)
    {
        var caller = new CallerPhrase(CallerKind.ApplicationService, null, null)
        {
            AssertedUserId = $"@{{service.prefix}}{{fresh.username}}:{ServerName()}",
        };
        return calls.MakeAsync(caller, calls.Call(caller, operation));
    }

    /// <summary>Calls <c>register</c> of the type m.login.application_service, with the user name and <c>inhibit_login</c> true.</summary>
    [Given("{caller} registers {string} as a service")]
    [When("{caller} registers {string} as a service")]
    public Task Registers(CallerPhrase caller, string username) => calls.MakeAsync(caller, Registration(caller, username));

    /// <summary>Calls <c>login</c> of the type m.login.application_service, with an identifier of the type m.id.user.</summary>
    [When("{caller} logs in as a service for {string}")]
    public Task LogsIn(CallerPhrase caller, string user) => calls.MakeAsync(caller, calls.Call(
        caller,
        new OperationPhrase(Operations.LogIn),
        new JsonObject
        {
            ["type"] = ServiceType,
            ["identifier"] = new JsonObject { ["type"] = "m.id.user", ["user"] = scene.FillIn(user) }
        }));

    /// <summary>The service has no user of this name: acting as it is refused with 403. The server is that of the people in the
    /// scenario.</summary>
    [Then("the application service has no user {string}")]
    public async Task HasNoUser(string name)
    {
        var caller = new CallerPhrase(CallerKind.ApplicationService, null, null) { AssertedUserId = $"@{name}:{ServerName()}" };
        var exchange = await scene.World.CallAsync(
            calls.Call(caller, new OperationPhrase(Operations.GetTokenOwner)), scene.Callers.Of(caller), scene.Role, scene.Cancellation);
        if (exchange.Response is { Status: 200 })
            throw scene.Violation("the application service has no such user", "it can act as that user", exchange);
    }

    private string ServerName() => scene.World.Actors.Select(actor => actor.Account?.ServerName).OfType<string>().FirstOrDefault()
        ?? throw new SuiteErrorException(
            "the feature asserts a user on a server whose name is not known yet",
            "give somebody an account first.");

    private OperationCall Registration(CallerPhrase caller, string username) => calls.Call(
        caller,
        new OperationPhrase(Operations.Register),
        new JsonObject { ["type"] = ServiceType, ["username"] = scene.FillIn(username), ["inhibit_login"] = true });
}
