using Conformance.ReferenceServer.Devices;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-03.</summary>
internal sealed class LastSeenInSeconds()
    : PartFault<DeviceRepresentation, LastSeenInSeconds.Faulty>("DEV-03", "The time at which a device was last seen is in seconds.")
{
    internal sealed class Faulty : DeviceRepresentation
    {
        protected override long Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds();
    }
}
