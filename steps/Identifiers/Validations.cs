using System.Text.Json.Nodes;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Steps.Scenes;

namespace Conformance.Steps.Identifiers;

/// <summary>The validation that a feature means by "that validation": at the identity server where one was made there, else the one that
/// the homeserver began last.</summary>
/// <param name="scene">The scenario.</param>
public sealed class Validations(Scene scene)
{
    private const string CredentialsMember = "three_pid_creds";
    private (string Id, string Secret)? _atIdentityServer;

    /// <summary>A validation at the identity server.</summary>
    /// <param name="id">The session's <c>sid</c>.</param>
    /// <param name="secret">The <c>client_secret</c>. A secret.</param>
    public void AtIdentityServer(string id, string secret) => _atIdentityServer = (id, secret);

    /// <summary>The arguments that hand the validation to an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="actor">Who hands it in, with a token of the identity server.</param>
    /// <exception cref="SuiteErrorException">There is no validation.</exception>
    public JsonObject Arguments(Operation operation, string actor)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (_atIdentityServer is not { } session)
        {
            return new JsonObject { ["sid"] = scene.FillIn("{sid}"), ["client_secret"] = scene.FillIn("{client_secret}") };
        }

        var credentials = new JsonObject
        {
            ["id_server"] = scene.FillIn("{identity_server}"),
            ["id_access_token"] = scene.FillIn($"{{{actor}.identity_token}}"),
            ["sid"] = session.Id,
            ["client_secret"] = session.Secret,
        };
        return scene.Run.Specification.SampleRequest(operation)?.ContainsKey(CredentialsMember) == true
            ? new JsonObject { [CredentialsMember] = credentials }
            : credentials;
    }
}
