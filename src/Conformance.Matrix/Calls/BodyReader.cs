using System.Buffers;

namespace Conformance.Matrix.Calls;

/// <summary>
/// Reads the body of an answer once, within bounds. The strings of a JSON body are cut at <see cref="LongestString"/>: ten megabytes in the
/// text of an error are read to their end, and the rest of the body is judged as ever, but they are not kept.
/// </summary>
internal static class BodyReader
{
    /// <summary>How many bytes are taken off the wire.</summary>
    public const int MostRead = 16 * 1024 * 1024;

    /// <summary>How many bytes are kept.</summary>
    public const int MostKept = 1024 * 1024;

    /// <summary>How many bytes of a string in JSON are kept.</summary>
    public const int LongestString = 64 * 1024;

    private const int ChunkSize = 16 * 1024;

    /// <summary>Reads to the end.</summary>
    /// <param name="stream">The body.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The body; null where it is larger than the suite reads or keeps.</returns>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var kept = new ArrayBufferWriter<byte>();
            var cut = new StringCut(LongestString);
            long total = 0;
            int count;
            while ((count = await stream.ReadAsync(chunk, cancellationToken)) > 0)
            {
                total += count;
                cut.Write(chunk.AsSpan(0, count), kept);
                if (total > MostRead || kept.WrittenCount > MostKept)
                    return null;
            }

            return kept.WrittenSpan.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
