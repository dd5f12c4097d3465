using Conformance.Matrix.Calls;
using Conformance.Matrix.ThreePids;
using Conformance.Spec;

namespace Conformance.Matrix.Flows.Validation;

/// <summary>What a third-party identifier is validated for. Each purpose has an operation that asks for a message for each
/// medium.</summary>
public sealed class ValidationPurpose
{
    private readonly string _operation;
    private readonly string _requestsMail;
    private readonly string _requestsText;

    private ValidationPurpose(string operation, string requestsMail, string requestsText)
    {
        _operation = operation;
        _requestsMail = requestsMail;
        _requestsText = requestsText;
    }

    /// <summary>To register an account.</summary>
    public static ValidationPurpose Register { get; } =
        new(Operations.Register, Operations.RequestTokenToRegisterEmail, Operations.RequestTokenToRegisterMsisdn)
        {
            IsForNewAddress = true,
            IsStage = true
        };

    /// <summary>To set a new password.</summary>
    public static ValidationPurpose ResetPassword { get; } =
        new(Operations.ChangePassword, Operations.RequestTokenToResetPasswordEmail,
            Operations.RequestTokenToResetPasswordMsisdn)
        { IsStage = true };

    /// <summary>To add the identifier to an account.</summary>
    public static ValidationPurpose AddToAccount { get; } =
        new(Operations.Add3Pid, Operations.RequestTokenTo3PidEmail, Operations.RequestTokenTo3PidMsisdn) { IsForNewAddress = true };

    /// <summary>Every purpose.</summary>
    public static IReadOnlyList<ValidationPurpose> All { get; } = [Register, ResetPassword, AddToAccount];

    /// <summary>The operations that ask for a message.</summary>
    public static IReadOnlyList<string> MessageRequests { get; } =
        [.. All.SelectMany(purpose => new[] { purpose._requestsMail, purpose._requestsText })];

    /// <summary>Whether the identifier must be one that no account has.</summary>
    public bool IsForNewAddress { get; private init; }

    /// <summary>Whether a stage of user-interactive authentication proves it.</summary>
    private bool IsStage { get; init; }

    /// <summary>The purpose of a call whose authentication has a stage for an identifier; null where no operation validates an identifier
    /// for it.</summary>
    public static ValidationPurpose? Of(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return All.FirstOrDefault(purpose => purpose.IsStage && purpose._operation == operation.Id);
    }

    /// <summary>The operation that asks for a message.</summary>
    public string MessageRequest(Medium medium) => medium == Medium.Email ? _requestsMail : _requestsText;
}
