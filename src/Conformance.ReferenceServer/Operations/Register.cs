using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Registers a user.</summary>
internal class Register(
    UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
    ReferenceServerOptions options) : UiaOperation(Id, engine)
{
    /// <summary>The operation's id.</summary>
    public const string Id = "register";

    /// <inheritdoc/>
    public override Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
    {
        if (IsForService(call.Body))
        {
            credentials.Require(call);
        }
        else
        {
            CheckKind(call.Target.Query("kind") ?? "user");
        }

        return base.HandleAsync(call, cancellationToken);
    }

    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => !IsForService(call.Body);

    /// <inheritdoc/>
    public override void Check(Call call)
    {
        _ = SessionRequest.Read(call.Body);
        _ = call.Body.Boolean("inhibit_login");
        _ = call.Body.String("password");
        if (call.Body.String("username") is { } username)
        {
            if (accounts.IsTaken(usernames.LocalpartFor(username, IsForService(call.Body))))
            {
                throw InUse();
            }
        }
        else if (IsForService(call.Body))
        {
            // A made-up name would lie outside the service's namespace.
            throw MatrixException.Missing("username");
        }
    }

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated)
    {
        var body = call.Body;
        var account = Create(body);
        var response = body.Boolean("inhibit_login") == true
            ? new JsonObject { ["user_id"] = account.UserId }
            : sessions.Open(account, SessionRequest.Read(body));
        return Reply.Ok(response);
    }

    /// <summary>Refuses a kind of account that cannot be registered.</summary>
    protected virtual void CheckKind(string kind)
    {
        switch (kind)
        {
            case "guest":
                throw new MatrixException(403, ErrorCodes.GuestAccessForbidden, "Guests are not allowed on this homeserver.");
            case "user" when !options.RegistrationOpen:
                throw MatrixException.Forbidden("Registration is closed on this homeserver.");
            case "user":
                break;
            default:
                throw MatrixException.InvalidParam("\"kind\" must be \"user\" or \"guest\".");
        }
    }

    private static bool IsForService(RequestObject body) => body.String("type") == LoginTypes.ApplicationService;

    private static MatrixException InUse() => new(400, ErrorCodes.UserInUse, "The user ID is taken.");

    private Account Create(RequestObject body)
    {
        var password = body.String("password");
        if (body.String("username") is { } username)
        {
            return accounts.TryCreate(usernames.LocalpartFor(username, IsForService(body)), password) ?? throw InUse();
        }

        Account? account;
        do
        {
            account = accounts.TryCreate(usernames.Generate(), password);
        }
        while (account is null);
        return account;
    }
}
