using System.Text;
using Conformance.ReferenceServer.Http;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceServer.Faults.Bodies;

/// <summary>Violates API-05.</summary>
internal sealed class AnyBytesAreUtf8()
    : PartFault<BodyReader, AnyBytesAreUtf8.Faulty>("API-05", "Bytes that are no UTF-8 are replaced instead of being refused.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : BodyReader(options)
    {
        public override async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString((await base.ReadAsync(request, cancellationToken)).Span));
    }
}
