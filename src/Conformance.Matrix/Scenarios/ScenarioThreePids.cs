using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Pages;
using Conformance.Matrix.Flows.Validation;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios.Knowledge;
using Conformance.Matrix.ThreePids;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Scenarios;

/// <summary>The third-party identifiers of a scenario, the messages to them, and the validation sessions that it has begun.</summary>
public sealed class ScenarioThreePids
{
    // Long for a message from one process to another, short compared with a scenario's time.
    private static readonly TimeSpan MessageDeadline = TimeSpan.FromSeconds(10);

    private readonly TestRun _run;
    private readonly ScenarioCalls _calls;
    private readonly UiaCalls _uia;
    private readonly SuiteKnowledge _knowledge;
    private readonly FreshValues _fresh;
    private readonly ScenarioRecord _record;
    private readonly Dictionary<string, int> _confirmed = new(StringComparer.OrdinalIgnoreCase);

    internal ScenarioThreePids(
        TestRun run, ScenarioRecord record, ScenarioCalls calls, UiaCalls uia, SuiteKnowledge knowledge, FreshValues fresh)
    {
        _record = record;
        _run = run;
        _calls = calls;
        _uia = uia;
        _knowledge = knowledge;
        _fresh = fresh;
    }

    /// <summary>The session that the last request for a message began; null if there was no such request.</summary>
    /// <exception cref="ViolationException">The server did not begin one.</exception>
    public PendingValidation? Last =>
        MissingSession() is { } missing ? throw missing : _knowledge.Validations.Last;

    /// <summary>An actor's identifier, made up on first mention.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="medium">The medium.</param>
    public ThreePid Of(Actor actor, Medium medium)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.ThreePidOf(medium, _run.Names);
    }

    /// <summary>Counts the messages that have come for an address.</summary>
    /// <param name="address">An email address, or a telephone number in international form.</param>
    /// <param name="atLeast">How many to wait for, for a while.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UnmetNeedException">There is nothing that takes messages in.</exception>
    public async Task<int> CountAsync(string address, int atLeast, CancellationToken cancellationToken)
    {
        var companions = _run.Target.Companions;
        if (await IdentityServerUse.CountAsync(
            companions.IdentityServer, address, atLeast, MessageDeadline, cancellationToken) is { } calls)
            return calls;
        var threePid = ThreePid.Parse(address);
        if (threePid.Medium == Medium.Email)
        {
            var mailbox = companions.Mailbox
                ?? throw new UnmetNeedException(Need.EmailSink, "the suite has no mail server that the homeserver uses.");
            if (atLeast > 0)
                await mailbox.AwaitAsync(threePid.Address, atLeast - 1, MessageDeadline, cancellationToken);
            return mailbox.Count(threePid.Address);
        }

        var texts = companions.TextMessages
            ?? throw new UnmetNeedException(Need.SmsSink, "the suite has no service that receives the homeserver's text messages.");
        if (atLeast > 0)
            await texts.AwaitAsync(threePid.Address, atLeast - 1, MessageDeadline, cancellationToken);
        return texts.Count(threePid.Address);
    }

    /// <summary>Does what the newest message to an address asks for: follows its link, or submits its code.</summary>
    /// <param name="address">An email address, or a telephone number in international form.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where the link of a mail led; null for a text message.</returns>
    /// <exception cref="SuiteErrorException">No message to the address was asked for.</exception>
    /// <exception cref="NotCheckedException">No message came.</exception>
    /// <exception cref="ViolationException">The server began no session, or the message does not validate the address.</exception>
    public async Task<WalkResult?> ConfirmAsync(string address, ExchangeRole role, CancellationToken cancellationToken)
    {
        var threePid = ThreePid.Parse(address);
        var pending = _knowledge.Validations.Of(threePid)
            ?? throw MissingSession() ?? (Exception)new SuiteErrorException(
                $"the feature confirms a message to {address}, but has not asked for one",
                "call an operation that sends one first.");
        var validation = new AddressValidation(_calls.Client(role));
        var result = await validation.ConfirmAsync(Seen(pending, threePid), cancellationToken);
        _confirmed[threePid.Address] = validation.Count(threePid);
        return result;
    }

    /// <summary>Does what the newest message to an address asks for, if it asks for anything: it may only say why it was sent.</summary>
    /// <param name="address">An email address, or a telephone number in international form.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the server took it.</returns>
    /// <exception cref="SuiteErrorException">No message to the address was asked for.</exception>
    public async Task<bool> TryToConfirmAsync(string address, ExchangeRole role, CancellationToken cancellationToken)
    {
        try
        {
            await ConfirmAsync(address, role, cancellationToken);
            return true;
        }
        catch (Exception refusal) when (refusal is ViolationException or NotCheckedException)
        {
            return false;
        }
    }

    /// <summary>Submits the code of the newest text message to a number wrongly.</summary>
    /// <param name="number">The number in international form.</param>
    /// <param name="wrongToken">Whether with another code.</param>
    /// <param name="wrongSecret">Whether with another client's secret.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was answered.</returns>
    /// <exception cref="SuiteErrorException">No message to the number was asked for, or it is not a number.</exception>
    /// <exception cref="NotCheckedException">No message came.</exception>
    /// <exception cref="ViolationException">The server began no session, or there is no place to submit its code.</exception>
    public async Task<Exchange?> MisconfirmAsync(
        string number, bool wrongToken, bool wrongSecret, ExchangeRole role, CancellationToken cancellationToken)
    {
        var threePid = ThreePid.Parse(number);
        var pending = threePid.Medium == Medium.Phone ? _knowledge.Validations.Of(threePid) : null;
        if (pending is null)
            throw MissingSession() ?? (Exception)new SuiteErrorException(
                $"the feature submits a wrong code for {number}, to which no text message was sent",
                "ask for a text message to a telephone number first.");
        var secret = wrongSecret ? _fresh.ClientSecret() : pending.ClientSecret;
        return await new AddressValidation(_calls.Client(role))
            .SubmitAsync(Seen(pending, threePid) with { ClientSecret = secret }, wrongToken, cancellationToken);
    }

    /// <summary>Gives an actor's account an identifier: has it validated, and adds it. Does nothing where the account has it.</summary>
    /// <param name="actor">The actor, with a session.</param>
    /// <param name="address">An email address, or a telephone number in international form.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    public async Task AddAsync(Actor actor, string address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var threePid = ThreePid.Parse(address);
        if (actor.ThreePids.ContainsValue(threePid))
            return;
        if (actor.Sessions.Count == 0)
            throw new SuiteErrorException($"{actor.Name} is given an identifier before {actor.Name} has logged in", "log in first.");
        var caller = Caller.Of(actor, actor.Sessions.GetAt(0).Value);
        var validation = new AddressValidation(_calls.Client(ExchangeRole.SetUp));
        var pending = await validation.RequestAsync(ValidationPurpose.AddToAccount, threePid, caller, cancellationToken);
        await validation.ConfirmAsync(pending, cancellationToken);
        _confirmed[threePid.Address] = validation.Count(threePid);
        var call = new OperationCall
        {
            Operation = _run.Specification.GetOperation(Operations.Add3Pid),
            Arguments = pending.Credentials()
                .ToDictionary(member => member.Key, member => member.Value?.DeepClone(), StringComparer.Ordinal),
        };
        var exchange = await _uia.CallAsync(call, caller, actor, ExchangeRole.SetUp, cancellationToken);
        if (exchange.Response is not { Status: 200 })
            throw new ViolationException(new Violation($"set-up: {call.Operation.Id} should give 200", exchange.Outcome, exchange));
        // The feature names this one as the actor's, even if the account has another.
        actor.ThreePids[threePid.Medium] = threePid;
    }

    // The newest request decides: an older session is not what the feature means.
    private ViolationException? MissingSession() =>
        _record.Exchanges.LastOrDefault(exchange =>
            exchange.Operation is { } operation && ValidationPurpose.MessageRequests.Contains(operation.Id)) is { } request
            && PendingValidation.IdIn(request) is null
            ? new ViolationException(PendingValidation.MissingIn(request))
            : null;

    private PendingValidation Seen(PendingValidation pending, ThreePid threePid) =>
        _knowledge.Validations.Correct(pending, threePid) with { Seen = _confirmed.GetValueOrDefault(threePid.Address) };
}
