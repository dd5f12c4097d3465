using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.ThreePids;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Messages;

/// <summary>Steps about the mails and text messages that validate an address. The session begun last is <c>{sid}</c>, with
/// <c>{client_secret}</c>.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="arguments">Reads arguments.</param>
[Binding]
public sealed class MessageSteps(Scene scene, CallMaker calls, Arguments arguments)
{
    /// <summary>Asks for a message that lets the address be added to the account: <c>requestTokenTo3PIDEmail</c>, or <c>…MSISDN</c> for a
    /// telephone number.</summary>
    [Given("{caller} asks for a message to add {string}")]
    [When("{caller} asks for a message to add {string}")]
    public Task AsksToAdd(CallerPhrase caller, string address) =>
        AskAsync(caller, (Operations.RequestTokenTo3PidEmail, Operations.RequestTokenTo3PidMsisdn), address);

    /// <summary>Like <c>asks for a message to add …</c>; the arguments of the table are added to those of the call, or replace
    /// them.</summary>
    [Given("{caller} asks for a message to add {string}, with:")]
    [When("{caller} asks for a message to add {string}, with:")]
    public Task AsksToAddWith(CallerPhrase caller, string address, DataTable table) =>
        AskAsync(caller, (Operations.RequestTokenTo3PidEmail, Operations.RequestTokenTo3PidMsisdn), address, arguments.Of(table));

    /// <summary>Asks for a message that lets an account be registered with the address: <c>requestTokenToRegisterEmail</c>, or
    /// <c>…MSISDN</c>.</summary>
    [Given("{caller} asks for a message to register with {string}")]
    [When("{caller} asks for a message to register with {string}")]
    public Task AsksToRegister(CallerPhrase caller, string address) =>
        AskAsync(caller, (Operations.RequestTokenToRegisterEmail, Operations.RequestTokenToRegisterMsisdn), address);

    /// <summary>Like <c>asks for a message to register with …</c>; the arguments of the table are added to those of the call, or replace
    /// them.</summary>
    [Given("{caller} asks for a message to register with {string}, with:")]
    [When("{caller} asks for a message to register with {string}, with:")]
    public Task AsksToRegisterWith(CallerPhrase caller, string address, DataTable table) =>
        AskAsync(caller, (Operations.RequestTokenToRegisterEmail, Operations.RequestTokenToRegisterMsisdn), address, arguments.Of(table));

    /// <summary>Asks for a message that lets the password of the address's account be reset: <c>requestTokenToResetPasswordEmail</c>, or
    /// <c>…MSISDN</c>.</summary>
    [Given("{caller} asks for a message to reset the password by {string}")]
    [When("{caller} asks for a message to reset the password by {string}")]
    public Task AsksToResetPassword(CallerPhrase caller, string address) =>
        AskAsync(caller, (Operations.RequestTokenToResetPasswordEmail, Operations.RequestTokenToResetPasswordMsisdn), address);

    /// <summary>Like <c>asks for a message to reset the password by …</c>; the arguments of the table are added to those of the call, or
    /// replace them.</summary>
    [Given("{caller} asks for a message to reset the password by {string}, with:")]
    [When("{caller} asks for a message to reset the password by {string}, with:")]
    public Task AsksToResetPasswordWith(CallerPhrase caller, string address, DataTable table) =>
        AskAsync(caller, (Operations.RequestTokenToResetPasswordEmail, Operations.RequestTokenToResetPasswordMsisdn), address,
            arguments.Of(table));

    /// <summary>
    /// Waits for the message that was asked for, and does what it says: follows the link of a mail, and confirms if its page asks; or
    /// submits the code of a text message. If the link ends on another site, its URL is <c>{returned_url}</c>.
    /// </summary>
    [Given("{caller} confirms the message to {string}")]
    [When("{caller} confirms the message to {string}")]
    public async Task Confirms(CallerPhrase caller, string address)
    {
        var walk =
            await scene.AuthenticateAsync(() => scene.World.ThreePids.ConfirmAsync(scene.FillIn(address), scene.Role, scene.Cancellation));
        if (walk?.ReturnedTo is { } url)
            scene.World.Memory["returned_url"] = url.OriginalString;
    }

    /// <summary>Waits for the message that was asked for, and does what it says as far as it says anything: it may have neither link nor
    /// code, or one that validates nothing.</summary>
    [When("{caller} tries to confirm the message to {string}")]
    public Task TriesToConfirm(CallerPhrase caller, string address) =>
        scene.AuthenticateAsync(() => scene.World.ThreePids.TryToConfirmAsync(scene.FillIn(address), scene.Role, scene.Cancellation));

    /// <summary>Submits another code than that of the text message.</summary>
    [When("{caller} confirms the message to {string} with a wrong token")]
    public Task ConfirmsWithWrongToken(CallerPhrase caller, string number) => MisconfirmAsync(number, wrongToken: true, wrongSecret: false);

    /// <summary>Submits the code of the text message with another client's secret.</summary>
    [When("{caller} confirms the message to {string} with a wrong client secret")]
    public Task ConfirmsWithWrongSecret(CallerPhrase caller, string number) =>
        MisconfirmAsync(number, wrongToken: false, wrongSecret: true);

    /// <summary>Exactly this many messages have arrived at the address; the step waits for that many.</summary>
    [Then("{int} message(s) has/have been sent to {string}")]
    public async Task HaveBeenSent(int count, string address)
    {
        var to = scene.FillIn(address);
        var sent = await scene.AuthenticateAsync(() => scene.World.ThreePids.CountAsync(to, count, scene.Cancellation));
        var expected = $"{count} {(count == 1 ? "message" : "messages")} to {to}";
        if (sent < count)
            throw scene.Missing(expected, $"{sent}");
        if (sent > count)
            throw scene.Violation(expected, $"{sent}", null);
    }

    private Task<Exchange> AskAsync(CallerPhrase caller, (string Email, string Phone) operations, string address, JsonObject? more = null)
    {
        var to = scene.FillIn(address);
        var isEmail = ThreePid.Parse(to).Medium == Medium.Email;
        var operation = new OperationPhrase(isEmail ? operations.Email : operations.Phone);
        var given = arguments.Of("client_secret", new ValuePhrase("\"{fresh.client_secret}\""));
        given["send_attempt"] = 1;
        given[isEmail ? "email" : "phone_number"] = isEmail ? to : PhoneNumbers.National(to);
        if (!isEmail)
            given["country"] = PhoneNumbers.Country;
        return calls.MakeAsync(caller, calls.Call(caller, operation, given, more ?? []));
    }

    private Task<Exchange?> MisconfirmAsync(string number, bool wrongToken, bool wrongSecret) =>
        scene.AuthenticateAsync(() =>
            scene.World.ThreePids.MisconfirmAsync(scene.FillIn(number), wrongToken, wrongSecret, scene.Role, scene.Cancellation));
}
