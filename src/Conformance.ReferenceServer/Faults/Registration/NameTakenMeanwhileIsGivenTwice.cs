using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-21.</summary>
internal sealed class NameTakenMeanwhileIsGivenTwice()
    : PartFault<Register, NameTakenMeanwhileIsGivenTwice.Faulty>("REG-21", "Who finishes a registration last gets a session of the account that has the name already.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        public override void Check(Call call)
        {
            if (!call.Body.Has("auth"))
            {
                base.Check(call);
            }
        }

        protected override Reply Perform(Call call, Account? authenticated)
        {
            try
            {
                return base.Perform(call, authenticated);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.UserInUse)
            {
                return Reply.Ok(Result(Accounts.Find(Accounts.UserIdOf(call.Body.RequiredString("username")))!, call.Body));
            }
        }
    }
}
