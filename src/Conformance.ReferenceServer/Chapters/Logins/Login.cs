using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>Logs a user in, by password, by login token, or for an application service.</summary>
internal sealed class Login(LoginParts parts) : SimpleOperation(Id)
{
    /// <summary>The operation's id.</summary>
    public const string Id = "login";

    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var type = call.Body.RequiredString("type");
        if (!parts.Options.LegacyApi)
        {
            throw WithoutLegacyApi(type);
        }

        CheckMembers(call.Body);
        var request = SessionRequest.Read(call.Body);
        var (account, origin) = type switch
        {
            LoginTypes.Password => (ByPassword(call.Body), SessionOrigin.Password),
            LoginTypes.Token => ByToken(call.Body),
            LoginTypes.ApplicationService when parts.Services.HasAny => (ForService(call), SessionOrigin.ApplicationService),
            _ => throw new MatrixException(400, ErrorCodes.Unknown, "The login type is not known."),
        };
        if (account.IsDeactivated)
        {
            throw new MatrixException(403, ErrorCodes.UserDeactivated, "The account was deactivated.");
        }

        return Reply.Ok(parts.Sessions.Open(account, request, origin));
    }

    /// <summary>The user who logs in by password.</summary>
    private Account ByPassword(RequestObject body)
    {
        var password = body.RequiredString("password");
        var account = Identified(body);
        return account is not null && account.HasPassword(password)
            ? account
            : throw MatrixException.Forbidden("The user or the password is wrong.");
    }

    /// <summary>The user who logs in by login token, and how the session begins.</summary>
    private (Account Account, SessionOrigin Origin) ByToken(RequestObject body) =>
        parts.LoginTokens.Redeem(body.RequiredString("token")) ?? throw MatrixException.Forbidden("The login token is not valid.");

    /// <summary>The user whom an application service logs in.</summary>
    private Account ForService(Call call)
    {
        parts.Credentials.Require(call);
        var account = Identified(call.Body);
        if (account is not null)
        {
            return parts.Services.Owns(account.UserId)
                ? parts.ServiceRules.LoggedIn(account, parts.Accounts.Find(parts.Services.SenderUserId!)!)
                : throw Outside();
        }

        // A name nobody has: whether it is forbidden or outside depends on the namespace alone.
        var user = call.Body.Object("identifier")?.String("user") ?? call.Body.String("user") ?? "";
        throw parts.Services.Owns(user.StartsWith('@') ? user : parts.Accounts.UserIdOf(user))
            ? MatrixException.Forbidden("The application service has not registered this user.")
            : Outside();
    }

    // A server without the legacy API tells application services that they cannot log in.
    private static MatrixException WithoutLegacyApi(string type) => type == LoginTypes.ApplicationService
        ? new(400, ErrorCodes.AppserviceLoginUnsupported, "Application services cannot log in on this homeserver.")
        : new(404, ErrorCodes.Unrecognized, "There is no such endpoint.");

    // Those of other login types too: a client that sends one of a wrong type is mistaken in any case.
    private static void CheckMembers(RequestObject body)
    {
        _ = body.Object("identifier");
        foreach (var name in (string[])["password", "token", "user", "medium", "address"])
        {
            _ = body.String(name);
        }
    }

    private static MatrixException Outside() =>
        new(400, ErrorCodes.Exclusive, "The user ID is outside the namespace of the application service.");

    // The deprecated members "user", and "medium" with "address", still identify the user.
    private Account? Identified(RequestObject body) =>
        body.Object("identifier") is { } identifier ? parts.Identifiers.Find(identifier)
        : body.String("user") is { } user ? parts.Identifiers.FindUser(user)
        : body.String("medium") is { } medium ? parts.Identifiers.FindThirdParty(medium, body.RequiredString("address"))
        : throw MatrixException.Missing("identifier");
}
