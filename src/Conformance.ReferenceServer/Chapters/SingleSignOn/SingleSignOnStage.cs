using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary><c>m.login.sso</c>: the user signs on once more, by the stage's page; nothing that a client submits completes it.</summary>
internal sealed class SingleSignOnStage(
    PendingSignOns pending, SignOnStart start, SignOnRules rules, ReferenceServerOptions options) : IUiaStage
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
    public ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken)
    {
        var account = attempt.Session.SignedOnAs
            ?? throw new MatrixException(
                401, ErrorCodes.Forbidden, "The user of this session has not signed on. Open the page of this stage.");
        if (!rules.CompletesStage(account, attempt.Session))
        {
            throw new MatrixException(401, ErrorCodes.Forbidden, "Somebody else has signed on than the owner of the account.");
        }

        attempt.Session.AuthenticatedAs = account;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public Reply? OwnPage(UiaSession session)
    {
        var signOn = pending.BeginStage(session);
        var page = SignOnHtml.ConfirmOperation(
            OperationPurpose.Of(session.Binding.OperationId), options.SingleSignOn!.Name, start.ProviderUrl(signOn));
        return Reply.OfHtml(200, page) with { Headers = PendingSignOns.Bind(signOn) };
    }

    /// <inheritdoc/>
    public string FormFields() => "<p>Sign on with the provider.</p>";

    /// <inheritdoc/>
    public JsonObject ReadForm(IReadOnlyDictionary<string, string> fields) => [];

}
