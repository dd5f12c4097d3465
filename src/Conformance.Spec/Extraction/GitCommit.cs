namespace Conformance.Spec.Extraction;

/// <summary>Finds the commit that is checked out, without git.</summary>
internal static class GitCommit
{
    private const int LongestChain = 8;

    /// <summary>The commit of HEAD if the folder is the root of a checkout; null otherwise.</summary>
    public static string? Head(string directory)
    {
        if (GitDirectory(directory) is not { } git || Line(Path.Combine(git, "HEAD")) is not { } head)
            return null;
        for (var steps = 0; head.StartsWith("ref: ", StringComparison.Ordinal); steps++)
        {
            var name = head["ref: ".Length..];
            var next = Line(Path.Combine(git, name)) ?? Line(Path.Combine(Common(git), name)) ?? Packed(Common(git), name);
            if (next is null || steps == LongestChain)
                return null;
            head = next;
        }

        return head.Length is 40 or 64 && head.All(char.IsAsciiHexDigitLower) ? head : null;
    }

    // A worktree or submodule has a file in place of the folder.
    private static string? GitDirectory(string directory)
    {
        var path = Path.Combine(directory, ".git");
        if (Directory.Exists(path))
            return path;
        return Line(path) is { } line && line.StartsWith("gitdir: ", StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Combine(directory, line["gitdir: ".Length..]))
            : null;
    }

    private static string Common(string git) =>
        Line(Path.Combine(git, "commondir")) is { } common ? Path.GetFullPath(Path.Combine(git, common)) : git;

    private static string? Packed(string git, string name)
    {
        var file = Path.Combine(git, "packed-refs");
        return File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(line => line.EndsWith(" " + name, StringComparison.Ordinal))?.Split(' ')[0]
            : null;
    }

    private static string? Line(string file) => File.Exists(file) ? File.ReadLines(file).FirstOrDefault()?.Trim() : null;
}
