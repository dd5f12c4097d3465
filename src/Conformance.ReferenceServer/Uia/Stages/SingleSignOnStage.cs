using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.SingleSignOn;

namespace Conformance.ReferenceServer.Uia.Stages;

/// <summary><c>m.login.sso</c>: the user signs on once more, by the stage's page; nothing that a client submits completes it.</summary>
internal class SingleSignOnStage(ReferenceServerOptions options, PendingSignOns pending, SignOnStart start) : IUiaStage
{
    /// <inheritdoc/>
    public string Type => StageTypes.SingleSignOn;

    /// <inheritdoc/>
    public bool IsForRegistrationOnly => false;

    /// <inheritdoc/>
    public bool IsAvailable => options.SingleSignOn is not null;

    /// <inheritdoc/>
    public JsonObject? Params() => null;

    /// <inheritdoc/>
    public bool IsPossibleFor(Account owner) => owner.SignOnIdentity is not null;

    /// <inheritdoc/>
    public virtual ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken)
    {
        var account = attempt.Session.SignedOnAs
            ?? throw new MatrixException(401, ErrorCodes.Forbidden, "The user of this session has not signed on. Open the page of this stage.");
        if (!IsExpected(account, attempt.Session))
        {
            throw new MatrixException(401, ErrorCodes.Forbidden, "Somebody else has signed on than the owner of the account.");
        }

        attempt.Session.AuthenticatedAs = account;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public virtual Reply? OwnPage(UiaSession session)
    {
        var signOn = pending.BeginStage(session);
        var page = SignOnHtml.ConfirmOperation(OperationPurpose.Of(session.Binding.OperationId), options.SingleSignOn!.Name, start.ProviderUrl(signOn));
        return Reply.OfHtml(200, page) with { Headers = PendingSignOns.Bind(signOn) };
    }

    /// <inheritdoc/>
    public string FormFields() => "<p>Sign on with the provider.</p>";

    /// <inheritdoc/>
    public JsonObject ReadForm(IReadOnlyDictionary<string, string> fields) => [];

    /// <summary>Whether the session may be authenticated by this user: the owner of the access token, or anyone where there was none.</summary>
    protected virtual bool IsExpected(Account account, UiaSession session) => !account.IsDeactivated && (session.Owner is null || session.Owner == account);
}
