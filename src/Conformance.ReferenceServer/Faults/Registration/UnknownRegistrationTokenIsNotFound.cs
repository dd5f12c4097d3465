using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-35.</summary>
internal sealed class UnknownRegistrationTokenIsNotFound()
    : PartFault<RegistrationTokenValidity, UnknownRegistrationTokenIsNotFound.Faulty>("REG-35", "A registration token that does not exist is not found.")
{
    internal sealed class Faulty(RegistrationTokenService tokens, ReferenceServerOptions options) : RegistrationTokenValidity(tokens, options)
    {
        protected override Reply Answer(Call call)
        {
            var reply = base.Answer(call);
            return (bool)JsonNode.Parse(reply.Body.Span)!["valid"]! ? reply : throw MatrixException.NotFound("There is no such token.");
        }
    }
}
