using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Pushers;

/// <summary>What the specification lays down about pushers ("Push notifications", "Password management").</summary>
internal sealed record PusherRules : RuleSet
{
    /// <summary>
    /// Whether a pusher is deleted with the session that set it: with the change of a password, "any pushers for the session" (PWD-12).
    /// </summary>
    public bool EndWithTheirSession { get => Read(field); init; } = true;
}
