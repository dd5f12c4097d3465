using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-14.</summary>
internal sealed class RepeatedStageFails()
    : PartFault<UiaEngine, RepeatedStageFails.Faulty>("UIA-14", "A completed stage that is attempted again fails, and is not complete any more.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override MatrixException? Repeat(UiaSession session, string type)
        {
            session.Completed.Remove(type);
            return new MatrixException(401, ErrorCodes.Forbidden, "The stage was completed before.");
        }
    }
}
