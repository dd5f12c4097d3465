using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-30.</summary>
internal sealed class TakenNameIsAvailable()
    : PartFault<CheckUsernameAvailability, TakenNameIsAvailable.Faulty>("REG-30", "A taken name is said to be available.")
{
    internal sealed class Faulty(AccountService accounts, UsernamePolicy usernames) : CheckUsernameAvailability(accounts, usernames)
    {
        protected override Reply Answer(Call call)
        {
            try
            {
                return base.Answer(call);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.UserInUse)
            {
                return Reply.Ok(new JsonObject { ["available"] = true });
            }
        }
    }
}
