using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-01.</summary>
internal sealed class ChangedPasswordIsConfirmedByAList()
    : PartFault<ChangePassword, ChangedPasswordIsConfirmedByAList.Faulty>("PWD-01", "A change of password is answered with an array.")
{
    internal sealed class Faulty(UiaEngine engine, AccountService accounts, DeviceService devices) : ChangePassword(engine, accounts, devices)
    {
        protected override Reply Perform(Call call, Account? authenticated) => base.Perform(call, authenticated) with { Body = "[]"u8.ToArray() };
    }
}
