using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Embedded;

/// <summary>The version of the specification that the embedded homeserver serves and is checked against.</summary>
internal static class EmbeddedVersion
{
    /// <summary>The one asked for; else the newest that the suite judges by and the server has.</summary>
    public static SpecVersion Of(EmbeddedHomeserverOptions options) =>
        options.SpecVersion ?? (options.Specification is { } given && given.Version < Newest ? given.Version : Newest);

    /// <summary>The versions that the server claims: the one it serves and every one before it.</summary>
    public static IReadOnlyList<string> Claimed(EmbeddedHomeserverOptions options)
    {
        var served = options.SpecVersion ?? Newest;
        return [.. Enumerable.Range(1, served.Minor).Select(minor => new SpecVersion(served.Major, minor).ToString())];
    }

    private static SpecVersion Newest => Specification.Embedded.Max();
}
