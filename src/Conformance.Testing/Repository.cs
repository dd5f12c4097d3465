using Xunit;

namespace Conformance.Testing;

/// <summary>The checkout that the tests run in, and the folders beside it.</summary>
public static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The files below a folder of the checkout that match a pattern, build output left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    /// <summary>A folder beside the checkout that not everybody has; null where it is missing.</summary>
    public static string? FindShared(string folder)
    {
        var path = Path.Combine(Root, "..", "shared", folder);
        return Directory.Exists(path) ? path : null;
    }

    /// <summary>A folder beside the checkout that not everybody has; skips the test where it is missing.</summary>
    public static string Shared(string folder, string what)
    {
        var path = FindShared(folder);
        Skip.If(path is null, $"{what} is not at ../shared/{folder}");
        return path!;
    }

    /// <summary>The specification's sources of a version, beside the checkout; skips the test where they are missing.</summary>
    public static string SpecSources(string version) => Shared($"matrix-spec/{version}", $"the source of the specification {version}");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} has Conformance.sln; run the tests from a checkout.");
    }
}
