using Conformance.ReferenceServer.Keys;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-24.</summary>
internal sealed class DeviceMayHaveTheIdOfAKey()
    : PartFault<CrossSigningKeyStore, DeviceMayHaveTheIdOfAKey.Faulty>("LOG-24", "A login on a device with the ID of a cross-signing key is let in.")
{
    internal sealed class Faulty : CrossSigningKeyStore
    {
        public override bool IsKeyId(string userId, string id) => false;
    }
}
