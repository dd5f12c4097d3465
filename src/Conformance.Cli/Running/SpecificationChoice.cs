using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Running;

/// <summary>Finds the specification to judge by.</summary>
internal static class SpecificationChoice
{
    /// <summary>The newest known version: an older version under test is judged by it too, with what was added later left out.</summary>
    /// <param name="folder">The folder of <c>--schemas</c>; null for the built-in data.</param>
    /// <param name="underTest">The version of <c>--spec-version</c>; null where none is asked for.</param>
    /// <exception cref="UsageException">The folder has no version, or the version asked for is newer than any at hand.</exception>
    /// <exception cref="SpecException">The data is invalid.</exception>
    public static Specification Load(string? folder, SpecVersion? underTest)
    {
        var versions = folder is null ? Specification.Embedded : VersionsIn(folder);
        var newest = versions.Max();
        if (underTest > newest)
            throw new UsageException(
                new Problem($"{underTest} is newer than the newest version that the suite has, {newest}")
                {
                    Place = ErrorPlace.InOption("--spec-version"),
                    NextStep = "use --schemas to give a folder with other versions",
                });
        return folder is null ? Specification.LoadEmbedded(newest) : Specification.LoadDirectory(folder, newest);
    }

    private static IReadOnlyList<SpecVersion> VersionsIn(string folder)
    {
        var versions = Specification.VersionsIn(folder);
        return versions.Count > 0
            ? versions
            : throw new UsageException(
                new Problem($"{folder} has no folder of a version, such as v1.19")
                {
                    Place = ErrorPlace.InOption("--schemas"),
                    NextStep = "\"conformance extract\" makes such a folder",
                });
    }
}
