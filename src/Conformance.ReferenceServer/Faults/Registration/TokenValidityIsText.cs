using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-34.</summary>
internal sealed class TokenValidityIsText()
    : AnswerFault<RegistrationTokenValidity>("REG-34", "Whether a registration token is valid is said in a text.")
{
    protected override void Alter(JsonObject body, Call call) => body["valid"] = (bool)body["valid"]! ? "true" : "false";
}
