using Conformance.Spec;

namespace Conformance.Homeservers.Profiles;

/// <summary>A homeserver in one configuration.</summary>
/// <param name="Name">What it is called in summaries and by <c>--profile</c>: <c>default</c>, <c>captcha</c>, ...</param>
/// <param name="Offers">The needs that it meets; null where that is found out by asking the server, so that it takes any scenario.</param>
/// <param name="Create">Makes the homeserver, not started yet.</param>
public sealed record Profile(string Name, IReadOnlySet<Need>? Offers, Func<IHomeserver> Create)
{
    /// <summary>Of some needs, those that it is known not to offer.</summary>
    public IReadOnlyList<Need> Lacks(IEnumerable<Need> needs) => Offers is null ? [] : [.. needs.Where(need => !Offers.Contains(need))];
}
