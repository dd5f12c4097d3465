using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Logins;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Passwords;

/// <summary><c>m.login.password</c>: an identifier and the password of that user.</summary>
internal sealed class PasswordStage(UserIdentifiers identifiers, PasswordRules rules) : IUiaStage
{
    /// <inheritdoc/>
    public string Type => StageTypes.Password;

    /// <inheritdoc/>
    public bool IsForRegistrationOnly => false;

    /// <inheritdoc/>
    public bool IsPossibleFor(Account owner) => owner.Verifies is not null;

    /// <inheritdoc/>
    public JsonObject? Params() => null;

    /// <inheritdoc/>
    public ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken)
    {
        var identifier = attempt.Data.Object("identifier") ?? throw Failed(ErrorCodes.MissingParam, "\"identifier\" is missing.");
        var password = attempt.Data.String("password") ?? throw Failed(ErrorCodes.MissingParam, "\"password\" is missing.");
        var account = identifiers.Find(identifier);
        if (!rules.IsProof(account, password) || (account is not null && !rules.CompletesStage(account, attempt.Session)))
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
        ["identifier"] = new JsonObject { ["type"] = IdentifierTypes.User, ["user"] = fields.GetValueOrDefault("user", "") },
        ["password"] = fields.GetValueOrDefault("password", ""),
    };

    private static MatrixException Failed(string errorCode, string message) => new(401, errorCode, message);
}
