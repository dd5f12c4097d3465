using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-34.</summary>
internal sealed class TokenValidityIsText()
    : PartFault<RegistrationTokenValidity, TokenValidityIsText.Faulty>("REG-34", "Whether a registration token is valid is said in a text.")
{
    internal sealed class Faulty(RegistrationTokenService tokens, ReferenceServerOptions options) : RegistrationTokenValidity(tokens, options)
    {
        protected override Reply Answer(Call call)
        {
            var valid = (bool)JsonNode.Parse(base.Answer(call).Body.Span)!["valid"]!;
            return Reply.Ok(new JsonObject { ["valid"] = valid ? "true" : "false" });
        }
    }
}
