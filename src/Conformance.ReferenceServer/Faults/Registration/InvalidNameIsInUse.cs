using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-31.</summary>
internal sealed class InvalidNameIsInUse()
    : PartFault<CheckUsernameAvailability, InvalidNameIsInUse.Faulty>("REG-31", "Of a name outside the grammar it is said that it is taken.")
{
    internal sealed class Faulty(AccountService accounts, UsernamePolicy usernames) : CheckUsernameAvailability(accounts, usernames)
    {
        protected override Reply Answer(Call call)
        {
            try
            {
                return base.Answer(call);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.InvalidUsername)
            {
                throw new MatrixException(400, ErrorCodes.UserInUse, "The user ID is taken.");
            }
        }
    }
}
