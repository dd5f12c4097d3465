using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Adds an identifier to the account that the homeserver has validated.</summary>
internal sealed class Add3Pid(UiaEngine engine, AccountIdentifiers identifiers, IEnumerable<IValidation> validations, ThreePidRules rules)
    : AsyncUiaOperation(OperationIds.Add3Pid, engine)
{
    /// <inheritdoc/>
    public override bool NeedsAuthentication(Call call) => rules.AdditionAuthenticates(call);

    /// <inheritdoc/>
    public override void Check(Call call)
    {
        _ = call.Body.RequiredString("client_secret");
        _ = call.Body.RequiredString("sid");
    }

    /// <inheritdoc/>
    public override async Task<Reply> PerformAsync(Call call, Account? authenticated, CancellationToken cancellationToken)
    {
        foreach (var validation in validations)
        {
            var validated =
                await validation.FindAsync(call.Body.RequiredString("sid"), call.Body.RequiredString("client_secret"), cancellationToken);
            if (validated is not null && validation.TryUse(validated))
            {
                return identifiers.TryAdd(call.RequiredCaller.Account, validated)
                    ? Reply.Done()
                    : throw new MatrixException(400, ErrorCodes.ThreepidInUse, "Another account has this identifier.");
            }
        }

        throw new MatrixException(400, ErrorCodes.ThreepidAuthFailed, "There is no validated session of this ID and secret.");
    }
}
