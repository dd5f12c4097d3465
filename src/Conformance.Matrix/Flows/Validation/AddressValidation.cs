using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Pages;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.ThreePids;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Flows.Validation;

/// <summary>Has addresses validated as a person would: asks for a message, and follows its link or submits its code.</summary>
/// <param name="client">Makes the calls.</param>
internal sealed class AddressValidation(FlowClient client)
{
    // Long for a message from one process to another, short compared with a scenario's time.
    private static readonly TimeSpan MessageDeadline = TimeSpan.FromSeconds(15);

    private CompanionSet Companions => client.Target.Companions;

    /// <summary>Asks the homeserver to send a message.</summary>
    /// <exception cref="ViolationException">It does not do what the specification has it do.</exception>
    public async Task<PendingValidation> RequestAsync(
        ValidationPurpose purpose, ThreePid threePid, Caller caller, CancellationToken cancellationToken)
    {
        var secret = RunNames.ClientSecret();
        client.Redactor.Learn(secret, SecretKind.ClientSecret);
        var arguments = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["client_secret"] = secret, ["send_attempt"] = 1 };
        if (threePid.Medium == Medium.Email)
        {
            arguments["email"] = threePid.Address;
        }
        else
        {
            arguments["country"] = PhoneNumbers.Country;
            arguments["phone_number"] = $"+{threePid}";
        }

        var seen = Count(threePid);
        var exchange = await client.CallAsync(purpose.MessageRequest(threePid.Medium), arguments, caller, cancellationToken);
        var call = new OperationCall { Operation = exchange.Operation!, Arguments = arguments };
        return PendingValidation.Read(call, exchange) is { } pending
            ? pending with { Seen = seen }
            : throw new ViolationException(PendingValidation.MissingIn(exchange));
    }

    /// <summary>Waits for the message, and does what it asks for.</summary>
    /// <returns>Where the link of a mail led; null for a text message.</returns>
    /// <exception cref="NotCheckedException">No message came.</exception>
    /// <exception cref="ViolationException">The message does not validate the address.</exception>
    public async Task<WalkResult?> ConfirmAsync(PendingValidation pending, CancellationToken cancellationToken)
    {
        if (pending.ThreePid.Medium == Medium.Email)
            return await FollowAsync(pending, cancellationToken);
        await SubmitAsync(pending, cancellationToken);
        return null;
    }

    /// <summary>How many messages have come for an address.</summary>
    public int Count(ThreePid threePid) =>
        (threePid.Medium == Medium.Email ? Companions.Mailbox?.Count(threePid.Address) : Companions.TextMessages?.Count(threePid.Address))
            ?? 0;

    private async Task<WalkResult> FollowAsync(PendingValidation pending, CancellationToken cancellationToken)
    {
        var mailbox = Companions.Mailbox
            ?? throw new UnmetNeedException(Need.EmailSink, "the suite has no mail server that the homeserver uses.");
        var mail = await mailbox.AwaitAsync(pending.ThreePid.Address, pending.Seen, MessageDeadline, cancellationToken)
            ?? throw NoMessage("mail", pending.ThreePid);
        var link = mail.Links.FirstOrDefault(IsOpenable)
            ?? throw new ViolationException(new Violation($"the mail to {pending.ThreePid} has a link to the homeserver",
                mail.Links.Count == 0 ? "it has no link" : "its links lead elsewhere", null));
        var result = await client.Walk().WalkAsync(link, new WalkPlan { MayLeave = true }, cancellationToken);
        return result.Failure is null
            ? result
            : throw new ViolationException(new Violation(
                $"the link in the mail to {pending.ThreePid} leads to a page that validates the address", result.Failure, result.Last)
            { IsOfSetUp = false });
    }

    private async Task SubmitAsync(PendingValidation pending, CancellationToken cancellationToken)
    {
        var (success, outcome, exchange) = await SubmitTokenAsync(pending, isWrong: false, cancellationToken);
        if (!success)
            throw new ViolationException(
                new Violation("the submit_url accepts the code from the text message: 200 with success true", outcome, exchange));
    }

    /// <summary>Submits the code of the newest text message, or another code, whatever the outcome.</summary>
    /// <returns>What was answered; null if nothing was.</returns>
    /// <exception cref="NotCheckedException">No message came.</exception>
    /// <exception cref="ViolationException">There is no place to submit its code.</exception>
    public async Task<Exchange?> SubmitAsync(PendingValidation pending, bool withWrongToken, CancellationToken cancellationToken) =>
        (await SubmitTokenAsync(pending, withWrongToken, cancellationToken)).Exchange;

    private async Task<(bool Success, string Outcome, Exchange? Exchange)> SubmitTokenAsync(
        PendingValidation pending, bool isWrong, CancellationToken cancellationToken)
    {
        var texts = Companions.TextMessages
            ?? throw new UnmetNeedException(Need.SmsSink, "the suite has no service that receives the homeserver's text messages.");
        var text = await texts.AwaitAsync(pending.ThreePid.Address, pending.Seen, MessageDeadline, cancellationToken)
            ?? throw NoMessage("text message", pending.ThreePid);
        client.Redactor.Learn(text.Token, SecretKind.RegistrationToken);
        if (pending.SubmitUrl is not { } url)
            throw new ViolationException(
                new Violation("the answer to the request for a text message names the submit_url of its code", "no submit_url", null));
        var body = pending.Credentials();
        body["token"] = isWrong ? OtherThan(text.Token) : text.Token;
        return await PostAsync(url, body, cancellationToken);
    }

    // As long as the right one, so that it is refused for its value.
    private static string OtherThan(string token) => string.Concat(token.AsSpan(0, token.Length - 1), token[^1] == '0' ? "1" : "0");

    private async Task<(bool Success, string Outcome, Exchange? Exchange)> PostAsync(
        Uri url, JsonObject body, CancellationToken cancellationToken)
    {
        Exchange? last = null;
        using var opener = new PageOpener(
            async (call, token) => last = await client.OpenAsync(call with { Headers = new Dictionary<string, string?>() }, token),
                client.Target.BaseUrl, Companions, client.Visited);
        if (!opener.MayOpen(url))
            return (false, $"it is at {url.GetLeftPart(UriPartial.Authority)}, which is not the homeserver", null);
        var bytes = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
        var (page, failure) = await opener.OpenAsync(new PageRequest("POST", url, bytes, "application/json"), cancellationToken);
        if (page is null)
            return (false, failure ?? "no answer", last);
        var success = page.Status == 200 && ServerJson.Read(page.Body)?.IsTrue("success") == true;
        return (success, page.Status == 200 ? "200 without success true" : page.Outcome, last);
    }

    private bool IsOpenable(Uri link) =>
        link.GetLeftPart(UriPartial.Authority) == client.Target.BaseUrl.GetLeftPart(UriPartial.Authority) || Companions.Has(link);

    // Whether messages are sent at all is for the scenarios that count them.
    private static NotCheckedException NoMessage(string kind, ThreePid threePid) =>
        new($"no {kind} to {threePid} came within {MessageDeadline.TotalSeconds} s");
}
