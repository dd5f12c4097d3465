using System.Formats.Tar;
using System.Globalization;

namespace Conformance.Homeservers.Containers;

/// <summary>Files as the tar archive that the engine unpacks in a container's root folder.</summary>
internal static class FileArchive
{
    private const UnixFileMode FolderMode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
        UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Packs the archive.</summary>
    /// <param name="newFolders">Absolute paths of folders to make, outer ones first.</param>
    /// <param name="files">The files.</param>
    /// <param name="user">The container's user, who owns them if it is numeric.</param>
    public static byte[] Pack(IEnumerable<string> newFolders, IEnumerable<ContainerFile> files, string? user)
    {
        var (uid, gid) = Owner(user);
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var folder in newFolders)
                writer.WriteEntry(
                    new PaxTarEntry(TarEntryType.Directory, $"{folder.TrimStart('/')}/") { Mode = FolderMode, Uid = uid, Gid = gid });
            foreach (var file in files)
            {
                using var content = new MemoryStream(file.Content.ToArray(), writable: false);
                writer.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, file.Path.TrimStart('/'))
                    {
                        Mode = file.Mode,
                        Uid = uid,
                        Gid = gid,
                        DataStream = content
                    });
            }
        }

        return archive.ToArray();
    }

    /// <summary>The folders that the files lie in, and those around them, outer ones first; without the root.</summary>
    public static IReadOnlyList<string> Folders(IEnumerable<ContainerFile> files)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var end = file.Path.LastIndexOf('/'); end > 0; end = file.Path.LastIndexOf('/', end - 1))
                folders.Add(file.Path[..end]);
        }

        return [.. folders];
    }

    private static (int Uid, int Gid) Owner(string? user)
    {
        var parts = (user ?? "").Split(':');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var uid))
            return (0, 0);
        return (uid, parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var gid) ? gid : 0);
    }
}
