using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-23.</summary>
internal sealed class GuestsAreChallenged()
    : AnswerFault<Register>("REG-23", "A guest is neither let in nor refused, but asked to authenticate.")
{
    protected override Call Before(Call call) => call.Target.Query("kind") == "guest" ? call with { Target = RequestTarget.Parse("/") } : call;
}
