using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-09.</summary>
internal sealed class UnvalidatedIdentifierSeemsAdded()
    : PartFault<Add3Pid, UnvalidatedIdentifierSeemsAdded.Faulty>("TPI-09", "A session that was not validated gives 200.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountIdentifiers identifiers, IEnumerable<IValidation> validations)
        : Add3Pid(engine, identifiers, validations)
    {
        public override async Task<Reply> PerformAsync(Call call, Account? authenticated, CancellationToken cancellationToken)
        {
            try
            {
                return await base.PerformAsync(call, authenticated, cancellationToken);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.ThreepidAuthFailed)
            {
                return Reply.Done();
            }
        }
    }
}
