using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Deactivation;

/// <summary>What the specification lays down about deactivation ("Account deactivation").</summary>
internal sealed record DeactivationRules : RuleSet
{
    /// <summary>Which calls must be authenticated: all (DEA-05).</summary>
    public Predicate<Call> Authenticates { get => Read(field); init; } = _ => true;

    /// <summary>What a deactivation ends: "removing all ability for the user to login again" (DEA-07, DEA-08, DEA-12).</summary>
    public DeactivationEffects Ends { get => Read(field); init; } = DeactivationEffects.All;

    /// <summary>
    /// Whether a deactivation unbinds identifiers, given the identity server that it names, or null: always (DEA-03, DEA-04).
    /// </summary>
    public Predicate<string?> Unbinds { get => Read(field); init; } = _ => true;
}
