using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-32.</summary>
internal sealed class ReservedNameIsAvailable()
    : PartFault<CheckUsernameAvailability, ReservedNameIsAvailable.Faulty>("REG-32", "A name in an exclusive namespace is said to be available.")
{
    internal sealed class Faulty(AccountService accounts, UsernamePolicy usernames) : CheckUsernameAvailability(accounts, usernames)
    {
        protected override Reply Answer(Call call)
        {
            try
            {
                return base.Answer(call);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.Exclusive)
            {
                return Reply.Ok(new JsonObject { ["available"] = true });
            }
        }
    }
}
