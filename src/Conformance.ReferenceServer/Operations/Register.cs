using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Sessions;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Registers a user.</summary>
internal class Register(RegisterParts parts) : UiaOperation(Id, parts.Engine)
{
    /// <summary>The operation's id.</summary>
    public const string Id = "register";

    private const string User = "user";
    private const string Guest = "guest";

    /// <inheritdoc/>
    public override Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
    {
        var kind = call.Target.Query("kind") ?? User;
        if (kind == Guest)
        {
            CheckKind(kind);
            return Task.FromResult(RegisterGuest(call.Body));
        }

        if (IsForService(call.Body))
        {
            parts.Credentials.Require(call);
        }
        else
        {
            CheckKind(kind);
        }

        return base.HandleAsync(call, cancellationToken);
    }

    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => !IsForService(call.Body);

    /// <inheritdoc/>
    public override void Check(Call call)
    {
        var body = call.Body;
        _ = SessionRequest.Read(body);
        if (body.Boolean("inhibit_login") != true && IsForService(body) && !CanOpenSessions)
        {
            throw new MatrixException(400, ErrorCodes.AppserviceLoginUnsupported, "Application services cannot log in on this homeserver: \"inhibit_login\" must be true.");
        }

        if (body.String("password") is { } password)
        {
            parts.Accounts.CheckPassword(password);
        }

        if (body.String("username") is { } username)
        {
            var localpart = parts.Usernames.LocalpartFor(username, IsForService(body));
            if (FindGuest(body) is null && parts.Accounts.IsTaken(localpart))
            {
                throw InUse();
            }
        }
        else if (body.Has("guest_access_token") || IsForService(body))
        {
            // A guest keeps the name, and a made-up one would lie outside the service's namespace.
            throw MatrixException.Missing("username");
        }
    }

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated)
    {
        var body = call.Body;
        if (call.Proven.Any(proven => parts.Identifiers.OwnerOf(proven.Identifier) is not null))
        {
            throw new MatrixException(400, ErrorCodes.ThreepidInUse, "An account has this identifier already.");
        }

        var account = Create(body);
        foreach (var proven in call.Proven)
        {
            _ = parts.Identifiers.TryAdd(account, proven);
        }

        return Reply.Ok(Result(account, body));
    }

    /// <summary>What a registration gives: the user, and a session unless that is declined.</summary>
    protected virtual JsonObject Result(Account account, RequestObject body) => body.Boolean("inhibit_login") == true
        ? new JsonObject { ["user_id"] = account.UserId }
        : parts.Sessions.Open(account, SessionRequest.Read(body));

    /// <summary>The users.</summary>
    protected AccountService Accounts => parts.Accounts;

    /// <summary>What opens sessions.</summary>
    protected SessionService Sessions => parts.Sessions;

    /// <summary>Whether the legacy API is served, without which an application service cannot have a session.</summary>
    protected virtual bool CanOpenSessions => parts.Options.LegacyApi;

    /// <summary>Refuses a kind of account that cannot be registered.</summary>
    protected virtual void CheckKind(string kind)
    {
        switch (kind)
        {
            case Guest when !parts.Options.GuestsAllowed || !parts.Options.LegacyApi:
                throw new MatrixException(403, ErrorCodes.GuestAccessForbidden, "Guests are not allowed on this homeserver.");
            case User when !parts.Options.RegistrationOpen || !parts.Options.LegacyApi:
                throw MatrixException.Forbidden("Registration is closed on this homeserver.");
            case Guest or User:
                break;
            default:
                throw MatrixException.InvalidParam("\"kind\" must be \"user\" or \"guest\".");
        }
    }

    /// <summary>Registers a guest. Nothing of the body counts but the name of the device.</summary>
    protected virtual Reply RegisterGuest(RequestObject body) =>
        Reply.Ok(parts.Sessions.Open(MakeUp(password: null, isGuest: true), new SessionRequest(DeviceId: null, body.String("initial_device_display_name"), Refreshable: false)));

    /// <summary>Whether an application service registers a user of its own.</summary>
    protected static bool IsForService(RequestObject body) => body.String("type") == LoginTypes.ApplicationService;

    private static MatrixException InUse() => new(400, ErrorCodes.UserInUse, "The user ID is taken.");

    private Account Create(RequestObject body)
    {
        var password = body.String("password");
        if (body.String("username") is not { } username)
        {
            return MakeUp(password, isGuest: false);
        }

        if (FindGuest(body) is { } guest)
        {
            return parts.Accounts.TryUpgrade(guest, password) ? guest : throw InUse();
        }

        return parts.Accounts.TryCreate(parts.Usernames.LocalpartFor(username, IsForService(body)), password) ?? throw InUse();
    }

    private Account MakeUp(string? password, bool isGuest)
    {
        Account? account;
        do
        {
            account = parts.Accounts.TryCreate(parts.Usernames.Generate(), password);
        }
        while (account is null);
        account.IsGuest = isGuest;
        return account;
    }

    // "specifying the additional POST parameter guest_access_token": the guest who becomes a full user; null where none is to.
    private Account? FindGuest(RequestObject body)
    {
        if (body.String("guest_access_token") is not { } token)
        {
            return null;
        }

        var localpart = parts.Usernames.LocalpartFor(body.RequiredString("username"), byService: false);
        return parts.Sessions.OwnerOf(token) is { } userId && parts.Accounts.Find(userId) is { IsGuest: true } guest && guest.Localpart == localpart
            ? guest
            : throw MatrixException.Forbidden("The guest's access token is not valid, or is not that of a guest of this name.");
    }
}
