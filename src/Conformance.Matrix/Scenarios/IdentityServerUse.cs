using System.Text.RegularExpressions;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.ThreePids;

namespace Conformance.Matrix.Scenarios;

/// <summary>What the actors of a scenario have at the identity server: access tokens, and sessions in which their email addresses are
/// validated.</summary>
/// <param name="server">The identity server.</param>
/// <param name="world">The scenario's world.</param>
public sealed partial class IdentityServerUse(IIdentityServer server, ScenarioWorld world)
{
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IdentitySession> _sessions = new(StringComparer.Ordinal);

    /// <summary>The server's name, as clients give it in <c>id_server</c>.</summary>
    public string Name => server.Name;

    /// <summary>An actor's access token there; null for an actor without an account. A secret.</summary>
    public string? TokenOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Account is null || _tokens.TryGetValue(actor.Name, out var token))
            return _tokens.GetValueOrDefault(actor.Name);
        world.Run.Redactor.Learn(token = server.IssueAccessToken(actor.Account.UserId), SecretKind.IdentityToken);
        return _tokens[actor.Name] = token;
    }

    /// <summary>A session in which an actor's email address was validated there.</summary>
    public IdentitySession SessionOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (_sessions.TryGetValue(actor.Name, out var session))
            return session;
        session = server.Validate(world.ThreePids.Of(actor, Medium.Email));
        world.Run.Redactor.Learn(session.ClientSecret, SecretKind.ClientSecret);
        return _sessions[actor.Name] = session;
    }

    /// <summary>Counts the homeserver's calls of one kind, for one user, that the identity server has accepted; of unbindings those that
    /// the homeserver has signed.</summary>
    /// <param name="server">The identity server.</param>
    /// <param name="address">Its name, the end of a path and the user: <c>id.example.org/3pid/bind for @alice:example.org</c>.</param>
    /// <param name="atLeast">How many to wait for.</param>
    /// <param name="deadline">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many; null where the address has another form.</returns>
    internal static async Task<int?> CountAsync(
        IIdentityServer? server, string address, int atLeast, TimeSpan deadline, CancellationToken cancellationToken)
    {
        if (server is null || CallAddress().Match(address) is not { Success: true } parts || parts.Groups["server"].Value != server.Name)
            return null;
        var (path, user) = (parts.Groups["path"].Value, parts.Groups["user"].Value);
        if (atLeast > 0)
            await server.AwaitAsync(Counts, deadline, cancellationToken);
        return server.Calls.Count(Counts);

        bool Counts(IdentityCall call) => call is { Method: "POST", Status: 200 }
            && call.Path.EndsWith(path, StringComparison.Ordinal)
            && call.Member("mxid") == user
            && (call.Signature is not null || !path.EndsWith("/unbind", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(?<server>[^/ @]+)(?<path>/\S+) for (?<user>@\S+)$")]
    private static partial Regex CallAddress();
}
