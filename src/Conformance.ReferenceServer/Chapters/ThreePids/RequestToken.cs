using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Begins the validation of an identifier, by a message to it.</summary>
/// <param name="operationId">The operation's id in the manifest.</param>
/// <param name="medium">The medium of the identifiers.</param>
/// <param name="purpose">Why they are validated.</param>
/// <param name="requests">Decides on requests.</param>
internal sealed class RequestToken(string operationId, string medium, TokenPurpose purpose, TokenRequests requests) : IOperationHandler
{
    /// <summary>The operations, each with its medium and its purpose.</summary>
    public static IReadOnlyList<(string OperationId, string Medium, TokenPurpose Purpose)> All { get; } =
    [
        ("requestTokenToRegisterEmail", Media.Email, TokenPurpose.Registration),
        ("requestTokenToRegisterMSISDN", Media.Phone, TokenPurpose.Registration),
        ("requestTokenToResetPasswordEmail", Media.Email, TokenPurpose.PasswordReset),
        ("requestTokenToResetPasswordMSISDN", Media.Phone, TokenPurpose.PasswordReset),
        ("requestTokenTo3PIDEmail", Media.Email, TokenPurpose.Addition),
        ("requestTokenTo3PIDMSISDN", Media.Phone, TokenPurpose.Addition),
    ];

    /// <inheritdoc/>
    public string OperationId { get; } = operationId;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) =>
        Reply.Ok(await requests.AnswerAsync(medium, purpose, call.Body, cancellationToken));
}
