using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Flows.Pages;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Flows.Sso;

/// <summary>Passes single sign-on as a person with a browser would ("Client login via SSO").</summary>
/// <param name="client">Makes the calls.</param>
internal sealed class SsoLogin(FlowClient client)
{
    /// <summary>What the person fills in at the provider, whom this makes known there.</summary>
    public static IReadOnlyDictionary<string, string> Fields(ISsoProvider provider, string name)
    {
        provider.AddPerson(name);
        return new Dictionary<string, string>(StringComparer.Ordinal) { [provider.NameField] = name };
    }

    /// <summary>Walks from the redirect to the client's URL.</summary>
    /// <param name="actor">The actor; if the provider does not know the actor yet, the actor gets an account there.</param>
    /// <param name="redirectUrl">The client's URL.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The walk; its <see cref="WalkResult.ReturnedTo"/> carries the login token.</returns>
    /// <exception cref="UnmetNeedException">There is no provider.</exception>
    public async Task<WalkResult> PassAsync(Actor actor, string redirectUrl, CancellationToken cancellationToken)
    {
        var provider = client.Target.Companions.Sso
            ?? throw new UnmetNeedException(
                Need.SsoProvider, "the suite has no single sign-on provider that the homeserver uses.");
        actor.SsoName ??= client.Names.UserName(actor.Name);
        var caller = Caller.Anonymous with { Description = actor.Name };
        var arguments = new Dictionary<string, JsonNode?> { ["redirectUrl"] = redirectUrl };
        var first = await client.CallAsync(Operations.RedirectToSso, arguments, caller, cancellationToken);
        var plan = new WalkPlan { Fields = Fields(provider, actor.SsoName), ReturnTo = redirectUrl.Split('?')[0], FollowLinks = true };
        var result = await client.Walk(caller).WalkOnAsync(first, plan, cancellationToken);
        client.Redactor.Learn(Token(result), SecretKind.LoginToken);
        return result;
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
