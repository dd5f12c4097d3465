using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-29.</summary>
internal sealed class FreeNameIsNotAvailable()
    : AnswerFault<CheckUsernameAvailability>("REG-29", "The answer about a free name says that it is not available.")
{
    protected override void Alter(JsonObject body, Call call) => body["available"] = false;
}
