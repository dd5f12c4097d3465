using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Pushers;

/// <summary>What is laid down of pushers ("Push notifications", "Password management").</summary>
internal sealed record PusherRules : RuleSet
{
    /// <summary>
    /// Whether a pusher goes with the session that it was set by: with the change of a password, "any pushers for the session" (PWD-12).
    /// </summary>
    public bool EndWithTheirSession { get => Read(field); init; } = true;
}
