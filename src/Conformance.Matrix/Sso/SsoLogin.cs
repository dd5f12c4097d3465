using System.Text.Json.Nodes;
using Conformance.Matrix.Accounts;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Pages;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Sso;

/// <summary>Passes single sign-on as a person with a browser would ("Client login via SSO").</summary>
/// <param name="world">The scenario.</param>
/// <param name="setUp">Makes sessions.</param>
internal sealed class SsoLogin(ScenarioWorld world, AccountSetUp setUp)
{
    // Nothing is ever sent there: the walk ends where the browser would go to the client.
    private const string Client = "https://client.example.org/sso";

    /// <summary>What the person fills in at the provider, whom this makes known there.</summary>
    public static IReadOnlyDictionary<string, string> Fields(ISsoProvider provider, string name)
    {
        provider.AddPerson(name);
        return new Dictionary<string, string>(StringComparer.Ordinal) { [provider.NameField] = name };
    }

    /// <summary>Walks from the redirect to the client's URL.</summary>
    /// <returns>The walk; its <see cref="WalkResult.ReturnedTo"/> carries the login token.</returns>
    /// <exception cref="UnmetNeedException">There is no provider.</exception>
    public async Task<WalkResult> PassAsync(Actor actor, string redirectUrl, ExchangeRole role, CancellationToken cancellationToken)
    {
        var provider = world.Run.Target.Companions.Sso ?? throw new UnmetNeedException("sso-idp", "the suite has no single sign-on provider that the homeserver is set up to use.");
        actor.SsoName ??= world.Run.Names.UserName(actor.Name);
        var caller = Caller.Anonymous with { Description = actor.Name };
        var call = new OperationCall
        {
            Operation = world.Run.Specification.GetOperation("redirectToSSO"),
            Arguments = new Dictionary<string, JsonNode?> { ["redirectUrl"] = redirectUrl },
        };
        var first = await world.CallAsync(call, caller, role, cancellationToken);
        var walk = new PageWalk((page, token) => world.CallAsync(page, caller, role, token), world.Run.Target.BaseUrl, world.Run.Target.Companions);
        var plan = new WalkPlan { Fields = Fields(provider, actor.SsoName), ReturnTo = redirectUrl.Split('?')[0], FollowLinks = true };
        var result = await walk.WalkOnAsync(first, plan, cancellationToken);
        world.Run.Redactor.Learn(Token(result), SecretKind.LoginToken);
        return result;
    }

    /// <summary>Logs an actor in; who is not known to the provider yet gets an account there.</summary>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    public async Task<Session> LogInAsync(Actor actor, string? deviceId, ExchangeRole role, CancellationToken cancellationToken)
    {
        var result = await PassAsync(actor, Client, role, cancellationToken);
        var token = Token(result) ?? throw new ViolationException(new Violation(
            "single sign-on leads back to the client's redirectUrl with a loginToken", result.Failure ?? "the URL has no loginToken", world.LastOrNull));
        var call = new OperationCall
        {
            Operation = world.Run.Specification.GetOperation("login"),
            Arguments = new Dictionary<string, JsonNode?> { ["type"] = "m.login.token", ["token"] = token, ["device_id"] = deviceId },
        };
        var exchange = await world.CallAsync(call, Caller.Anonymous with { Description = actor.Name }, role, cancellationToken);
        var session = setUp.Adopt(actor, exchange, null, deviceId);
        // Who came by single sign-on has no password here.
        actor.Account ??= new Account(session.UserId, RunNames.Password()) { HasPassword = false };
        world.CleanUp.MadeBySso(session);
        return session;
    }

    /// <summary>The login token with which a walk returned; null where there is none.</summary>
    public static string? Token(WalkResult result)
    {
        foreach (var pair in result.ReturnedTo?.Query.TrimStart('?').Split('&') ?? [])
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Uri.UnescapeDataString(pair[..equals]) == "loginToken")
                return Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' ')) is { Length: > 0 } token ? token : null;
        }

        return null;
    }
}
