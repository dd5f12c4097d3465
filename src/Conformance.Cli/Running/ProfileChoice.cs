using Conformance.Homeservers.Profiles;
using Conformance.Spec;

namespace Conformance.Cli.Running;

/// <summary>Finds the profiles of <c>--profile</c>.</summary>
internal static class ProfileChoice
{
    /// <summary>The profiles named, in the target's order; all if none is named.</summary>
    /// <exception cref="UsageException">The target has no such profile.</exception>
    public static IReadOnlyList<Profile> Of(IProfileSource source, IReadOnlyList<string> names)
    {
        var unknown = names.FirstOrDefault(name => !source.Profiles.Any(profile => profile.Name == name));
        return unknown is not null
            ? throw new UsageException(
                new Problem($"{source.Name} has no profile \"{unknown}\"")
                {
                    Place = ErrorPlace.InOption("--profile"),
                    NextStep = $"it has {string.Join(", ", source.Profiles.Select(profile => profile.Name))}",
                })
            : names.Count == 0
                ? source.Profiles
                : [.. source.Profiles.Where(profile => names.Contains(profile.Name, StringComparer.Ordinal))];
    }
}
