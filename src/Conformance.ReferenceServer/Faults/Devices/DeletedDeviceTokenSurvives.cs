using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-14.</summary>
internal sealed class DeletedDeviceTokenSurvives()
    : PartFault<DeviceService, DeletedDeviceTokenSurvives.Faulty>("DEV-14", "The access tokens of a deleted device stay valid.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        protected override DeviceParts RemovedByDeletion => base.RemovedByDeletion & ~DeviceParts.AccessTokens;
    }
}
