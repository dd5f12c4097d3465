using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-23.</summary>
internal sealed class UnknownKindIsAGuest()
    : PartFault<Register, UnknownKindIsAGuest.Faulty>("REG-23", "An account of a kind that does not exist is made as a guest.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        public override Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) =>
            call.Target.Query("kind") is not (null or "user" or "guest") ? Task.FromResult(RegisterGuest(call.Body)) : base.HandleAsync(call, cancellationToken);
    }
}
