using Conformance.Spec;

namespace Conformance.Homeservers.Profiles;

/// <summary>A homeserver in one configuration.</summary>
/// <param name="Name">What it is called in summaries and by <c>--profile</c>: <c>default</c>, <c>captcha</c>, ...</param>
/// <param name="Offers">The needs that it meets; null if the suite asks the server; the profile then takes any scenario.</param>
/// <param name="Create">Makes the homeserver, not started yet.</param>
public sealed record Profile(string Name, IReadOnlySet<Need>? Offers, Func<IHomeserver> Create)
{
    /// <summary>The needs that it does not meet, whatever the server seems to offer.</summary>
    public IReadOnlySet<Need> Denies { get; init; } = new HashSet<Need>();

    /// <summary>Those of the needs that the profile is known not to offer.</summary>
    public IReadOnlyList<Need> Lacks(IEnumerable<Need> needs) => Offers is null ? [] : [.. needs.Where(need => !Offers.Contains(need))];
}
