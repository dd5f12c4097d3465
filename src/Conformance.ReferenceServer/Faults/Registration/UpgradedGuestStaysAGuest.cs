using Conformance.ReferenceServer.Accounts;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-28.</summary>
internal sealed class UpgradedGuestStaysAGuest()
    : PartFault<AccountService, UpgradedGuestStaysAGuest.Faulty>("REG-28", "A guest who registers with the guest's access token stays a guest.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : AccountService(options)
    {
        public override bool TryUpgrade(Account guest, string? password)
        {
            var isUpgraded = base.TryUpgrade(guest, password);
            guest.IsGuest = true;
            return isUpgraded;
        }
    }
}
