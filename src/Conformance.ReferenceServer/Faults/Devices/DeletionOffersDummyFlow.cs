using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-16.</summary>
internal sealed class DeletionOffersDummyFlow()
    : PartFault<UiaFlows, DeletionOffersDummyFlow.Faulty>("DEV-16", "The stage m.login.dummy is enough to delete a device.")
{
    internal sealed class Faulty(ReferenceServerOptions options, IEnumerable<IUiaStage> stages) : UiaFlows(options, stages)
    {
        public override IReadOnlyList<IReadOnlyList<string>> For(string operationId) =>
            operationId == DeleteDevice.Id ? [.. base.For(operationId), [StageTypes.Dummy]] : base.For(operationId);
    }
}
