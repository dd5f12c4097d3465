using Conformance.Homeservers.Targets.Description;
using Conformance.Spec;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>A folder of this machine.</summary>
/// <param name="file">The target file.</param>
internal sealed class DiskFolder(string file) : ITargetFolder
{
    /// <inheritdoc/>
    public string File => file;

    /// <inheritdoc/>
    public string Text => Read(file, System.IO.File.ReadAllText, out var failure)
        ?? throw new TargetFileException(
        [
            new Problem(failure!)
            {
                Place = ErrorPlace.InFile(file, 1),
                NextStep = $"give a target file, the URL of a homeserver, or one of {string.Join(", ", TargetFiles.BuiltInNames)}",
            },
        ]);

    /// <inheritdoc/>
    public string Name(string path) => Path.Combine(Path.GetDirectoryName(file) ?? "", path);

    /// <inheritdoc/>
    public string? Read(string path, out string? failure) => Read(Name(path), System.IO.File.ReadAllText, out failure);

    private static string? Read(string path, Func<string, string> read, out string? failure)
    {
        try
        {
            failure = null;
            return read(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            failure = $"there is no file {path}";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            failure = $"{path} cannot be read: {unreadable.Message.TrimEnd('.')}";
        }

        return null;
    }
}
