using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>Gives the user a token with which another client can log in.</summary>
internal sealed class GenerateLoginToken(UiaEngine engine, LoginTokenService loginTokens, LoginRules rules, ReferenceServerOptions options)
    : UiaOperation(OperationIds.GenerateLoginToken, engine)
{
    /// <summary>False: "servers MUST always re-prompt", and a login token is for one client only.</summary>
    public override bool RepeatsResult => false;

    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => rules.TokenAuthenticates(call);

    /// <inheritdoc/>
    public override void Check(Call call)
    {
        if (!call.RequiredCaller.Account.CanAuthenticate)
        {
            throw new MatrixException(400, ErrorCodes.Unknown, "A user who cannot authenticate cannot generate login tokens.");
        }
    }

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated) => Reply.Ok(new JsonObject
    {
        ["login_token"] = loginTokens.Issue(call.RequiredCaller.Account),
        ["expires_in_ms"] = (long)options.LoginTokenLifetime.TotalMilliseconds,
    });
}
