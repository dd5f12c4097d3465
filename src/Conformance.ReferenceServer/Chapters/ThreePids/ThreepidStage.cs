using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>
/// A stage in which somebody proves ownership of a third-party identifier: a new one at registration, otherwise one of the account.
/// </summary>
/// <param name="type">The stage's type.</param>
/// <param name="validation">Validates identifiers.</param>
/// <param name="identifiers">The identifiers of accounts.</param>
/// <param name="rules">Whose identifiers complete it.</param>
internal abstract class ThreepidStage(string type, IValidation validation, AccountIdentifiers identifiers, ThreePidRules rules) : IUiaStage
{
    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public bool IsForRegistrationOnly => false;

    /// <inheritdoc/>
    public bool IsAvailable => validation.IsAvailable;

    /// <inheritdoc/>
    public JsonObject? Params() => null;

    /// <inheritdoc/>
    public async ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken)
    {
        var credentials = attempt.Data.Object("threepid_creds") ?? throw Missing("threepid_creds");
        var sid = credentials.String("sid") ?? throw Missing("threepid_creds.sid");
        var secret = credentials.String("client_secret") ?? throw Missing("threepid_creds.client_secret");
        var validated = await validation.FindAsync(sid, secret, cancellationToken)
            ?? throw Failed("There is no validated session of this ID and secret.");
        var owner = identifiers.OwnerOf(validated.Identifier);
        if (attempt.Session.Binding.OperationId == OperationIds.Register)
        {
            CheckFree(owner);
        }
        else if (owner is null || owner.IsDeactivated || !rules.CompletesStage(owner, attempt.Session))
        {
            throw Failed("The identifier is not one of this user.");
        }

        if (!validation.TryUse(validated))
        {
            throw Failed("The session was used before.");
        }

        if (attempt.Session.Binding.OperationId == OperationIds.Register)
        {
            attempt.Session.Proven.Add(validated);
        }
        else
        {
            attempt.Session.AuthenticatedAs = owner;
        }
    }

    /// <inheritdoc/>
    public string FormFields() =>
        """
        <p><label>Session ID <input name="sid" autocomplete="off" required></label></p>
        <p><label>Client secret <input name="client_secret" autocomplete="off" required></label></p>
        """;

    /// <inheritdoc/>
    public JsonObject ReadForm(IReadOnlyDictionary<string, string> fields) => new()
    {
        ["threepid_creds"] = new JsonObject
        {
            ["sid"] = fields.GetValueOrDefault("sid", ""),
            ["client_secret"] = fields.GetValueOrDefault("client_secret", ""),
        },
    };

    /// <summary>Refuses an identifier that somebody has.</summary>
    private static void CheckFree(Account? owner)
    {
        if (owner is not null)
        {
            throw new MatrixException(400, ErrorCodes.ThreepidInUse, "An account has this identifier already.");
        }
    }

    private static MatrixException Missing(string member) => new(401, ErrorCodes.MissingParam, $"\"{member}\" is missing.");

    private static MatrixException Failed(string message) => new(401, ErrorCodes.ThreepidAuthFailed, message);
}
