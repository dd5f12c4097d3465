using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-04.</summary>
internal sealed class ChangingSessionEndsToo()
    : PartFault<ChangePassword, ChangingSessionEndsToo.Faulty>("PWD-04", "The session that changes the password ends with the others.")
{
    internal sealed class Faulty(UiaEngine engine, AccountService accounts, DeviceService devices) : ChangePassword(engine, accounts, devices)
    {
        protected override string? SparedDevice(Call call) => null;
    }
}
