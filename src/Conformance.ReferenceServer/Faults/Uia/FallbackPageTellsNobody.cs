using Conformance.ReferenceServer.Fallback;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIT-23.</summary>
internal sealed class FallbackPageTellsNobody()
    : PartFault<FallbackPages, FallbackPageTellsNobody.Faulty>("UIT-23", "The fallback page of a completed stage does not tell the client.")
{
    internal sealed class Faulty(UiaEngine engine, UiaSessions sessions, UiaFlows flows, IEnumerable<IUiaStage> stages)
        : FallbackPages(engine, sessions, flows, stages)
    {
        protected override async Task<Reply> SubmitAsync(Call call, CancellationToken cancellationToken)
        {
            var page = await base.SubmitAsync(call, cancellationToken);
            return page.Status == 200 ? Reply.OfHtml(200, "<!DOCTYPE html><title>Done</title><p>You can close this window.</p>") : page;
        }
    }
}
