using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Deactivation;

/// <summary>Violates DEA-06.</summary>
internal sealed class DeactivationNeedsAnAccessToken()
    : PartFault<DeactivateAccount, DeactivationNeedsAnAccessToken.Faulty>("DEA-06", "A deactivation without an access token is refused, not challenged.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, DeviceService devices, CrossSigningKeyStore crossSigning, AccountIdentifiers identifiers, Unbinding unbinding)
        : DeactivateAccount(engine, accounts, devices, crossSigning, identifiers, unbinding)
    {
        public override Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) =>
            call.Caller is null ? throw MatrixException.MissingToken() : base.HandleAsync(call, cancellationToken);
    }
}
