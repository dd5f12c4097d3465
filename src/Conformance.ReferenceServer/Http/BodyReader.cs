using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceServer.Http;

/// <summary>Reads request bodies up to the limit.</summary>
internal sealed class BodyReader(ReferenceServerOptions options)
{
    // Reads on past the limit, within reason, so that the client can read the refusal instead of a reset connection.
    private const int DrainedBytes = 64 << 20;

    /// <summary>The whole body.</summary>
    /// <exception cref="MatrixException">413 <c>M_TOO_LARGE</c>.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        long total = 0;
        int read;
        while (total <= DrainedBytes && (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            total += read;
            if (total <= options.MaxBodyBytes)
            {
                body.Write(buffer, 0, read);
            }
        }

        return total <= options.MaxBodyBytes
            ? body.ToArray()
            : throw new MatrixException(413, ErrorCodes.TooLarge, $"The body is larger than {options.MaxBodyBytes} bytes.");
    }
}
