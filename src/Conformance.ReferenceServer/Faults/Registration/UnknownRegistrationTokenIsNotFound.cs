using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-35.</summary>
internal sealed class UnknownRegistrationTokenIsNotFound()
    : AnswerFault<RegistrationTokenValidity>("REG-35", "A registration token that does not exist is not found.")
{
    protected override void Alter(JsonObject body, Call call)
    {
        if (!(bool)body["valid"]!)
        {
            throw MatrixException.NotFound("There is no such token.");
        }
    }
}
