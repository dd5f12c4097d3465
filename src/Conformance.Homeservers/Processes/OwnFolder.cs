using System.Formats.Tar;

namespace Conformance.Homeservers.Processes;

/// <summary>
/// Folders in a place where everybody may write. The suite trusts only those of this user: on a shared machine anybody can make a folder
/// that looks like the suite's.
/// </summary>
internal static class OwnFolder
{
    private const UnixFileMode OfUser = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes a folder that only this user may read and write.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OfUser);
    }

    /// <summary>Whether a path is a folder, not a link to one, that belongs to the same user as another, and that nobody else may read or
    /// write.</summary>
    /// <param name="path">The folder in question.</param>
    /// <param name="own">A folder that this process has made.</param>
    public static bool IsOwn(string path, string own)
    {
        try
        {
            var entry = Read(path);
            // On Windows the folder for temporary files is the user's own, and there are no modes.
            return entry.EntryType == TarEntryType.Directory && entry.Uid == Read(own).Uid
                && (OperatingSystem.IsWindows() || (entry.Mode & OfOthers) == 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // .NET tells a file's owner in one place only: the entry of an archive. That of a folder is without what it holds.
    private static TarEntry Read(string folder)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
            writer.WriteEntry(folder, "folder");
        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry() ?? throw new IOException($"{folder} cannot be looked at");
    }
}
