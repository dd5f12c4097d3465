using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.Logins;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Registration;

/// <summary>Registers a user.</summary>
internal sealed class Register(RegisterParts parts) : UiaOperation(OperationIds.Register, parts.Engine)
{
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
            if (!parts.Options.LegacyApi && !parts.ServiceRules.RegistersWithoutLegacyApi)
            {
                throw new MatrixException(404, ErrorCodes.Unrecognized, "There is no such endpoint.");
            }

            parts.Credentials.Require(call);
        }
        else
        {
            CheckKind(kind);
        }

        return base.HandleAsync(call, cancellationToken);
    }

    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => parts.Rules.Authenticates(call);

    /// <inheritdoc/>
    public override void Check(Call call)
    {
        var body = call.Body;
        _ = SessionRequest.Read(body);
        if (body.Boolean("inhibit_login") != true && IsForService(body) && !CanOpenSessions())
        {
            throw new MatrixException(400, ErrorCodes.AppserviceLoginUnsupported,
                "Application services cannot log in on this homeserver: \"inhibit_login\" must be true.");
        }

        if (body.String("password") is { } password)
        {
            parts.Accounts.CheckPassword(password);
        }

        if (body.String("username") is { } username)
        {
            if (!parts.Rules.ChecksNames(call))
            {
                return;
            }

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

    /// <summary>The result of a registration: the user, and a session unless that is declined.</summary>
    private JsonObject Result(Account account, RequestObject body) => body.Boolean("inhibit_login") == true
        ? new JsonObject { ["user_id"] = account.UserId }
        : parts.Sessions.Open(
            account, SessionRequest.Read(body), IsForService(body) ? SessionOrigin.ApplicationService : SessionOrigin.Registration);

    /// <summary>Whether an application service can have a session: where the legacy API is served.</summary>
    private bool CanOpenSessions() => parts.Options.LegacyApi || parts.ServiceRules.OpensSessionsWithoutLegacyApi;

    /// <summary>Refuses a kind of account that cannot be registered.</summary>
    private void CheckKind(string kind)
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

    /// <summary>Registers a guest. Only the device's name in the body counts.</summary>
    private Reply RegisterGuest(RequestObject body) =>
        Reply.Ok(parts.Sessions.Open(
            MakeUp(parts.Rules.GuestPassword(body), isGuest: true),
            new SessionRequest(parts.Rules.GuestDevice(body), body.String("initial_device_display_name"), Refreshable: false),
            SessionOrigin.Registration));

    /// <summary>Whether an application service registers a user of its own.</summary>
    public static bool IsForService(RequestObject body) => body.String("type") == LoginTypes.ApplicationService;

    private static MatrixException InUse() => new(400, ErrorCodes.UserInUse, "The user ID is taken.");

    private Account Create(RequestObject body)
    {
        var password = parts.Rules.PasswordOf(body);
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
            account = parts.Accounts.TryCreate(UsernamePolicy.Generate(), password);
        }
        while (account is null);
        account.IsGuest = isGuest;
        return account;
    }

    // "specifying the additional POST parameter guest_access_token": the guest who becomes a full user; null if there is none.
    private Account? FindGuest(RequestObject body)
    {
        if (body.String("guest_access_token") is not { } token)
        {
            return null;
        }

        var localpart = parts.Usernames.LocalpartFor(body.RequiredString("username"), byService: false);
        return parts.Accounts.Find(parts.Accounts.UserIdOf(localpart)) is { IsGuest: true } guest
            && parts.Rules.MayUpgrade(parts.Sessions.OwnerOf(token), guest.UserId)
            ? guest
            : throw MatrixException.Forbidden("The guest's access token is not valid, or is not that of a guest of this name.");
    }
}
