using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-05.</summary>
internal sealed class OtherSessionsSurviveTheChange()
    : PartFault<ChangePassword, OtherSessionsSurviveTheChange.Faulty>("PWD-05", "Other sessions survive a change of password unless they are asked to end.")
{
    internal sealed class Faulty(UiaEngine engine, AccountService accounts, DeviceService devices) : ChangePassword(engine, accounts, devices)
    {
        protected override bool EndsOtherSessions(RequestObject body) => body.Boolean("logout_devices") ?? false;
    }
}
