using System.Collections.Concurrent;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-33.</summary>
internal sealed class AskingReservesTheName()
    : PartFault<CheckUsernameAvailability, AskingReservesTheName.Faulty>("REG-33", "A name that was asked about is taken from then on.")
{
    internal sealed class Faulty(AccountService accounts, UsernamePolicy usernames) : CheckUsernameAvailability(accounts, usernames)
    {
        private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);

        protected override Reply Answer(Call call)
        {
            var reply = base.Answer(call);
            return _asked.TryAdd(call.Target.Query("username")!, true) ? reply : throw new MatrixException(400, ErrorCodes.UserInUse, "The user ID is taken.");
        }
    }
}
