using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-06.</summary>
internal sealed class OtherSessionsEndInAnyCase()
    : PartFault<ChangePassword, OtherSessionsEndInAnyCase.Faulty>("PWD-06", "Other sessions end with a change of password even where that is declined.")
{
    internal sealed class Faulty(UiaEngine engine, AccountService accounts, DeviceService devices) : ChangePassword(engine, accounts, devices)
    {
        protected override bool EndsOtherSessions(RequestObject body) => true;
    }
}
