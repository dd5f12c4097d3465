using System.Buffers.Binary;
using System.Text;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>
/// The logs of a container without a terminal: frames of eight bytes (which stream, three zeros, the length as 32 bits, the first byte the highest), each
/// followed by that many bytes of text.
/// </summary>
internal static class LogFrames
{
    private const int HeaderLength = 8;

    /// <summary>The text of all frames in their order. What is cut off at the end is shown as far as it goes; what is not in frames is shown as it is.</summary>
    public static string Text(ReadOnlySpan<byte> logs)
    {
        if (!IsHeader(logs))
            return Encoding.UTF8.GetString(logs);
        var text = new MemoryStream(logs.Length);
        while (IsHeader(logs))
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(logs[4..]), (uint)(logs.Length - HeaderLength));
            text.Write(logs.Slice(HeaderLength, length));
            logs = logs[(HeaderLength + length)..];
        }

        return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private static bool IsHeader(ReadOnlySpan<byte> logs) =>
        logs.Length >= HeaderLength && logs[0] <= 2 && logs[1] == 0 && logs[2] == 0 && logs[3] == 0;
}
