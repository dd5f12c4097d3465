using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Flows.Uia;

/// <summary><c>m.login.password</c>: the owner's full user id and password.</summary>
public sealed class PasswordStage : IStageSolver
{
    /// <inheritdoc/>
    public StageType Stage => StageType.Password;

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => context?.Owner?.Account is { HasPassword: true };

    /// <inheritdoc/>
    public ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var account = context.Owner?.Account
            ?? throw new ArgumentException("The password stage needs an owner with an account.", nameof(context));
        return ValueTask.FromResult(Answer(account, account.Password));
    }

    /// <summary>The stage's answer for an account with any password, right or wrong.</summary>
    public static JsonObject Answer(Account account, string password)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new JsonObject
        {
            ["type"] = StageType.Password.Name,
            ["identifier"] = new JsonObject { ["type"] = "m.id.user", ["user"] = account.UserId },
            ["password"] = password,
        };
    }
}
