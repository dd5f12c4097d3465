using Conformance.Matrix.Calls;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Reqnroll;

namespace Conformance.Steps.Accounts;

/// <summary>
/// Steps in which a person changes the password: <c>changePassword</c> with <c>{fresh.password}</c>, and a completed flow of
/// user-interactive authentication.
/// </summary>
/// <param name="arguments">Reads arguments.</param>
/// <param name="calls">Makes the calls.</param>
[Binding]
public sealed class PasswordSteps(Arguments arguments, CallMaker calls)
{
    private static readonly OperationPhrase ChangePassword = new(Operations.ChangePassword);
    private static readonly ValuePhrase NewPassword = new("\"{fresh.password}\"");

    /// <summary>With the new password alone.</summary>
    [Given("{caller} changes her/his/their password")]
    [When("{caller} changes her/his/their password")]
    public Task Changes(CallerPhrase caller) =>
        calls.AuthenticateAsync(caller, calls.Call(caller, ChangePassword, arguments.Of("new_password", NewPassword)));

    /// <summary>With one argument besides the new password.</summary>
    [Given("{caller} changes her/his/their password with {word} {value}")]
    [When("{caller} changes her/his/their password with {word} {value}")]
    public Task ChangesWith(CallerPhrase caller, string name, ValuePhrase value) =>
        calls.AuthenticateAsync(
            caller, calls.Call(caller, ChangePassword, arguments.Of("new_password", NewPassword), arguments.Of(name, value)));
}
