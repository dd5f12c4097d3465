using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Uia.Stages;

/// <summary><c>m.login.password</c>: an identifier and the password of that user.</summary>
internal class PasswordStage(AccountService accounts, UserIdentifiers identifiers) : IUiaStage
{
    /// <inheritdoc/>
    public string Type => StageTypes.Password;

    /// <inheritdoc/>
    public bool IsForRegistrationOnly => false;

    /// <inheritdoc/>
    public bool IsPossibleFor(Account owner) => owner.Password is not null;

    /// <inheritdoc/>
    public JsonObject? Params() => null;

    /// <inheritdoc/>
    public virtual ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken)
    {
        var identifier = attempt.Data.Object("identifier") ?? throw Failed(ErrorCodes.MissingParam, "\"identifier\" is missing.");
        var password = attempt.Data.String("password") ?? throw Failed(ErrorCodes.MissingParam, "\"password\" is missing.");
        var account = identifiers.Find(identifier);
        if (account is null || account.IsDeactivated || !accounts.VerifyPassword(account, password) || !IsExpected(account, attempt.Session))
        {
            throw Failed(ErrorCodes.Forbidden, "The password is wrong, or it is not the password of this user.");
        }

        attempt.Session.AuthenticatedAs = account;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public string FormFields() =>
        """
        <p><label>User <input name="user" autocomplete="username" required></label></p>
        <p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
        """;

    /// <inheritdoc/>
    public JsonObject ReadForm(IReadOnlyDictionary<string, string> fields) => new()
    {
        ["identifier"] = new JsonObject { ["type"] = "m.id.user", ["user"] = fields.GetValueOrDefault("user", "") },
        ["password"] = fields.GetValueOrDefault("password", ""),
    };

    /// <summary>Whether the session may be authenticated by this user: the owner of the access token, or anyone where there was none.</summary>
    protected virtual bool IsExpected(Account account, UiaSession session) => session.Owner is null || session.Owner == account;

    private static MatrixException Failed(string errorCode, string message) => new(401, errorCode, message);
}
