using System.Text;

namespace Conformance.Homeservers.Containers;

/// <summary>A file to be put into a container. Missing folders on its path are made, with mode 0755.</summary>
/// <param name="Path">Its absolute path inside.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Mode">Its permissions.</param>
public sealed record ContainerFile(string Path, ReadOnlyMemory<byte> Content, UnixFileMode Mode = ContainerFile.Readable)
{
    /// <summary>Mode 0644: all may read, the owner may write.</summary>
    public const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>A file of text in UTF-8.</summary>
    /// <param name="path">Its absolute path inside.</param>
    /// <param name="text">Its text.</param>
    /// <param name="mode">Its permissions.</param>
    public static ContainerFile OfText(string path, string text, UnixFileMode mode = Readable) =>
        new(path, Encoding.UTF8.GetBytes(text), mode);
}
