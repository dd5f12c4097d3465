using Conformance.Matrix.Actors;

namespace Conformance.Matrix.Calls;

/// <summary>Who makes a call. Contains a secret.</summary>
/// <param name="Description">As in a feature: <c>Alice on "PHONE"</c>, or <c>anonymous</c>.</param>
/// <param name="AccessToken">The access token to send; null for none.</param>
public sealed record Caller(string Description, string? AccessToken)
{
    /// <summary>A caller without an access token.</summary>
    public static Caller Anonymous { get; } = new("anonymous", null);

    /// <summary>An actor on one of their devices.</summary>
    public static Caller Of(Actor actor, Session session)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(session);
        return new($"{actor.Name} on \"{session.DeviceId}\"", session.AccessToken);
    }

    /// <summary>The description; never the token.</summary>
    public override string ToString() => Description;
}
