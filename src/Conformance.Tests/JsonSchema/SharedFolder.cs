namespace Conformance.Tests.JsonSchema;

/// <summary>Finds the folder <c>shared</c> beside the repository.</summary>
internal static class SharedFolder
{
    /// <summary>A folder in it; null if it is not there.</summary>
    public static string? Find(string name)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Conformance.sln")))
            at = at.Parent;
        var folder = at?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", name) : null;
        return Directory.Exists(folder) ? folder : null;
    }
}
