using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-19.</summary>
internal sealed class BulkDeletionStopsAtTheFirst()
    : PartFault<DeviceService, BulkDeletionStopsAtTheFirst.Faulty>("DEV-19", "Of several devices only the first is deleted.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        public override void DeleteAll(Account owner, IReadOnlyList<string> deviceIds) => base.DeleteAll(owner, [.. deviceIds.Take(1)]);
    }
}
