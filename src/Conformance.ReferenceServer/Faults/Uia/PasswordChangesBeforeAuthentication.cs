using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-01.</summary>
internal sealed class PasswordChangesBeforeAuthentication()
    : PartFault<UiaEngine, PasswordChangesBeforeAuthentication.Faulty>("UIA-01", "The password is changed, and then authentication asked for.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override async Task<Reply> WithoutAuthAsync(IUiaOperation operation, Call call, CancellationToken cancellationToken)
        {
            if (call is { OperationId: ChangePassword.Id, Caller: not null })
            {
                await operation.PerformAsync(call, authenticated: null, cancellationToken);
            }

            return await base.WithoutAuthAsync(operation, call, cancellationToken);
        }
    }
}
