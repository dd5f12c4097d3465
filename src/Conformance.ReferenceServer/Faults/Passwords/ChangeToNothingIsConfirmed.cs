using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-10.</summary>
internal sealed class ChangeToNothingIsConfirmed()
    : PartFault<ChangePassword, ChangeToNothingIsConfirmed.Faulty>("PWD-10", "A change without a new password is confirmed.")
{
    internal sealed class Faulty(UiaEngine engine, AccountService accounts, DeviceService devices) : ChangePassword(engine, accounts, devices)
    {
        public override void Check(Call call)
        {
            if (call.Body.Has("new_password"))
            {
                base.Check(call);
            }
        }

        protected override Reply Perform(Call call, Account? authenticated) =>
            call.Body.Has("new_password") ? base.Perform(call, authenticated) : Reply.Done();
    }
}
