using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.SingleSignOn;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.SingleSignOn;

/// <summary>Violates UIT-08.</summary>
internal sealed class AnybodyPassesTheSignOnStage()
    : PartFault<SingleSignOnStage, AnybodyPassesTheSignOnStage.Faulty>("UIT-08", "Whoever signs on completes the stage of somebody else.")
{
    internal sealed class Faulty(
        ReferenceServerOptions options, PendingSignOns pending, SignOnStart start)
        : SingleSignOnStage(options, pending, start)
    {
        protected override bool IsExpected(Account account, UiaSession session) => true;
    }
}
