using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Registration;

/// <summary>Tells whether a registration token could be used now.</summary>
internal sealed class RegistrationTokenValidity(RegistrationTokenService tokens, ReferenceServerOptions options)
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
