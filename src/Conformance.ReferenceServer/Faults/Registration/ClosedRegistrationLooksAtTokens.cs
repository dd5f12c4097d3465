using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-36.</summary>
internal sealed class ClosedRegistrationLooksAtTokens()
    : PartFault<RegistrationTokenValidity, ClosedRegistrationLooksAtTokens.Faulty>("REG-36", "With registration closed a registration token is said to be not valid.")
{
    internal sealed class Faulty(RegistrationTokenService tokens, ReferenceServerOptions options) : RegistrationTokenValidity(tokens, options)
    {
        protected override Reply Answer(Call call)
        {
            try
            {
                return base.Answer(call);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.Forbidden)
            {
                return Reply.Ok(new JsonObject { ["valid"] = false });
            }
        }
    }
}
