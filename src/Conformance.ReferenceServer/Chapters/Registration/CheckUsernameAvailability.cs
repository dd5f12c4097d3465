using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Registration;

/// <summary>Tells whether a name could be registered now.</summary>
internal sealed class CheckUsernameAvailability(AccountService accounts, UsernamePolicy usernames) : SimpleOperation(
    OperationIds.CheckUsernameAvailability)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var username = call.Target.Query("username") ?? throw MatrixException.Missing("username");
        return accounts.IsTaken(usernames.LocalpartFor(username, byService: false))
            ? throw new MatrixException(400, ErrorCodes.UserInUse, "The user ID is taken.")
            : Reply.Ok(new JsonObject { ["available"] = true });
    }
}
