using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-15.</summary>
internal sealed class DeletedDeviceRefreshTokenSurvives()
    : PartFault<DeviceService, DeletedDeviceRefreshTokenSurvives.Faulty>("DEV-15", "The refresh token of a deleted device stays valid.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        protected override DeviceParts RemovedByDeletion => base.RemovedByDeletion & ~DeviceParts.RefreshTokens;
    }
}
