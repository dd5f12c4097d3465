using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-01.</summary>
internal sealed class PasswordChangeAsksNoAuthentication()
    : PartFault<ChangePassword, PasswordChangeAsksNoAuthentication.Faulty>("UIA-01", "The password is changed without authentication.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, DeviceService devices)
        : ChangePassword(engine, accounts, devices)
    {
        public override bool NeedsAuthentication(Call call) => call.Caller is null;
    }
}
