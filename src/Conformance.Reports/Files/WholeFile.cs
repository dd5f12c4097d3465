namespace Conformance.Reports.Files;

/// <summary>Writes a file as a whole: whatever goes wrong, it is the old one or the new one.</summary>
public static class WholeFile
{
    private const string Unfinished = ".part";

    /// <summary>Writes a file beside the one that is there, and puts it in its place.</summary>
    /// <param name="path">The file; a link to one stays a link.</param>
    /// <param name="write">Writes what it is to hold.</param>
    /// <exception cref="IOException">The folder, the file or the disk cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var target = Target(path);
        var unfinished = target + Unfinished;
        try
        {
            var file = File.Create(unfinished);
            await using (file.ConfigureAwait(false))
                await write(file).ConfigureAwait(false);
            File.Move(unfinished, target, overwrite: true);
        }
        catch
        {
            TryToDelete(unfinished);
            throw;
        }
    }

    /// <summary>Finds out whether a file could be written; what is there stays as it is.</summary>
    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static void Try(string path)
    {
        var target = Target(path);
        if (File.Exists(target))
            using (new FileStream(target, FileMode.Open, FileAccess.Write))
            {
            }

        using (new FileStream(target + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
        {
        }
    }

    private static string Target(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;

    private static void TryToDelete(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is what the caller hears of.
        }
    }
}
