using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-29.</summary>
internal sealed class FreeNameIsNotAvailable()
    : PartFault<CheckUsernameAvailability, FreeNameIsNotAvailable.Faulty>("REG-29", "The answer about a free name says that it is not available.")
{
    internal sealed class Faulty(AccountService accounts, UsernamePolicy usernames) : CheckUsernameAvailability(accounts, usernames)
    {
        protected override Reply Answer(Call call)
        {
            _ = base.Answer(call);
            return Reply.Ok(new JsonObject { ["available"] = false });
        }
    }
}
