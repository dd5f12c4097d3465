using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Tells whether a registration token could be used now.</summary>
internal class RegistrationTokenValidity(RegistrationTokenService tokens, ReferenceServerOptions options)
    : SimpleOperation("registrationTokenValidity")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        if (!options.RegistrationOpen)
        {
            throw MatrixException.Forbidden("Registration is closed on this homeserver.");
        }

        var token = call.Target.Query("token") ?? throw MatrixException.Missing("token");
        return Reply.Ok(new JsonObject { ["valid"] = tokens.IsValid(token) });
    }
}
