using Xunit;

namespace Conformance.Tests.Spec;

/// <summary>Where the tests find the repository and what lies beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A folder of the specification's sources beside the repository; skips the test where it is missing.</summary>
    public static string SpecSources(string version)
    {
        var folder = Path.Combine(Root, "..", "shared", "matrix-spec", version);
        Skip.IfNot(Directory.Exists(Path.Combine(folder, "data")), $"the sources of the specification {version} are not at ../shared/matrix-spec/{version}");
        return folder;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository: no Conformance.sln above " + AppContext.BaseDirectory);
    }
}
