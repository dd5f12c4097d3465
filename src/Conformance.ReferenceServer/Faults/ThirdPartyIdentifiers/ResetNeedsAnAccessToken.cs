using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates PWD-07.</summary>
internal sealed class ResetNeedsAnAccessToken()
    : PartFault<ChangePassword, ResetNeedsAnAccessToken.Faulty>("PWD-07", "The password cannot be changed without an access token.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, DeviceService devices)
        : ChangePassword(engine, accounts, devices)
    {
        public override Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) =>
            call.Caller is null ? throw MatrixException.MissingToken() : base.HandleAsync(call, cancellationToken);
    }
}
