using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-19.</summary>
internal sealed class BulkDeletedDeviceTokenSurvives()
    : PartFault<DeviceService, BulkDeletedDeviceTokenSurvives.Faulty>("DEV-19", "The access tokens of devices that are deleted together stay valid.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        protected override DeviceParts RemovedByBulkDeletion => base.RemovedByBulkDeletion & ~DeviceParts.AccessTokens;
    }
}
