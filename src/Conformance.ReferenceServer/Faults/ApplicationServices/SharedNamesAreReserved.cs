using Conformance.ReferenceServer.ApplicationServices;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-18.</summary>
internal sealed class SharedNamesAreReserved()
    : PartFault<ApplicationServiceDirectory, SharedNamesAreReserved.Faulty>("APS-18", "The names of a namespace that is not exclusive are kept from ordinary users.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : ApplicationServiceDirectory(options)
    {
        public override bool IsReserved(string userId) => Owns(userId);
    }
}
