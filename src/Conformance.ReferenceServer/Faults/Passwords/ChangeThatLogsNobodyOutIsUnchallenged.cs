using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-02.</summary>
internal sealed class ChangeThatLogsNobodyOutIsUnchallenged()
    : PartFault<ChangePassword, ChangeThatLogsNobodyOutIsUnchallenged.Faulty>("PWD-02", "A change of password that leaves other sessions alone asks for no authentication.")
{
    internal sealed class Faulty(UiaEngine engine, AccountService accounts, DeviceService devices) : ChangePassword(engine, accounts, devices)
    {
        public override bool NeedsAuthentication(Call call) => call.Body.Boolean("logout_devices") != false && base.NeedsAuthentication(call);
    }
}
