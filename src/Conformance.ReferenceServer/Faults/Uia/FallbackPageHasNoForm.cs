using Conformance.ReferenceServer.Fallback;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIT-22.</summary>
internal sealed class FallbackPageHasNoForm()
    : PartFault<FallbackPages, FallbackPageHasNoForm.Faulty>("UIT-22", "The fallback page of a stage has nothing to perform it with.")
{
    internal sealed class Faulty(UiaEngine engine, UiaSessions sessions, UiaFlows flows, IEnumerable<IUiaStage> stages)
        : FallbackPages(engine, sessions, flows, stages)
    {
        protected override Reply Show(Call call) => Reply.OfHtml(base.Show(call).Status, "<!DOCTYPE html><title>Authentication</title><p>Ask your administrator.</p>");
    }
}
