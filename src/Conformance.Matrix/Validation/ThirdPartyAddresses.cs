using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Pages;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Validation;

/// <summary>The email addresses and telephone numbers of a scenario, and the validation sessions that it has begun for them.</summary>
public sealed class ThirdPartyAddresses
{
    private const int TellingDigits = 8;

    private readonly ScenarioWorld _world;
    private readonly Dictionary<string, PendingValidation> _pending = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _confirmed = new(StringComparer.OrdinalIgnoreCase);

    internal ThirdPartyAddresses(ScenarioWorld world) => _world = world;

    /// <summary>The session begun last; null if there was none.</summary>
    public PendingValidation? Last { get; private set; }

    /// <summary>An actor's address, made up on first mention.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="medium">The medium, of <see cref="Medium"/>.</param>
    public string Of(Actor actor, string medium)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.AddressOf(medium, _world.Run.Names);
    }

    /// <summary>An address that nobody has.</summary>
    /// <param name="medium">The medium, of <see cref="Medium"/>.</param>
    public string New(string medium) => _world.Run.Names.Address(medium, "user");

    /// <summary>How many messages have come for an address.</summary>
    /// <param name="address">An email address, or a telephone number in international form.</param>
    /// <param name="atLeast">Until how many are there it is waited for a while.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UnmetNeedException">There is nothing that takes messages in.</exception>
    public async Task<int> CountAsync(string address, int atLeast, CancellationToken cancellationToken)
    {
        var companions = _world.Run.Target.Companions;
        var deadline = TimeSpan.FromSeconds(10);
        if (await IdentityServerUse.CountAsync(companions.IdentityServer, address, atLeast, deadline, cancellationToken) is { } calls)
            return calls;
        if (Medium.Of(address) == Medium.Email)
        {
            var mailbox = companions.Mailbox ?? throw new UnmetNeedException("email-sink", "the suite has no mail sink that the homeserver is set up to use.");
            if (atLeast > 0)
                await mailbox.AwaitAsync(address, atLeast - 1, deadline, cancellationToken);
            return mailbox.Count(address);
        }

        var number = PhoneNumbers.Digits(address);
        var texts = companions.TextMessages ?? throw new UnmetNeedException("sms-sink", "the suite has nothing that takes text messages in for the homeserver.");
        if (atLeast > 0)
            await texts.AwaitAsync(number, atLeast - 1, deadline, cancellationToken);
        return texts.Count(number);
    }

    /// <summary>Does what the newest message to an address asks for: follows its link, or submits its code.</summary>
    /// <param name="address">An email address, or a telephone number in international form.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where the link of a mail led; null for a text message.</returns>
    /// <exception cref="SuiteErrorException">No message to the address was asked for.</exception>
    /// <exception cref="ViolationException">No message came, or it does not validate the address.</exception>
    public async Task<WalkResult?> ConfirmAsync(string address, ExchangeRole role, CancellationToken cancellationToken)
    {
        var canonical = Medium.Of(address) == Medium.Email ? address : PhoneNumbers.Digits(address);
        var pending = Find(canonical) ?? throw new SuiteErrorException($"the feature confirms a message to {address}, but asked for none; call an operation that sends one first.");
        var validation = new AddressValidation(_world.Client(role));
        var result = await validation.ConfirmAsync(pending with { Address = canonical, Seen = _confirmed.GetValueOrDefault(canonical) }, cancellationToken);
        _confirmed[canonical] = validation.Count(pending.Medium, canonical);
        return result;
    }

    /// <summary>Hands in the code of the newest text message to a number wrongly.</summary>
    /// <param name="number">The number in international form.</param>
    /// <param name="wrongToken">Whether with another code.</param>
    /// <param name="wrongSecret">Whether with another client's secret.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was answered.</returns>
    /// <exception cref="SuiteErrorException">No message to the number was asked for, or it is no number.</exception>
    /// <exception cref="ViolationException">No message came, or there is no place to hand its code in.</exception>
    public async Task<Exchange?> MisconfirmAsync(string number, bool wrongToken, bool wrongSecret, ExchangeRole role, CancellationToken cancellationToken)
    {
        var canonical = PhoneNumbers.Digits(number);
        var pending = Medium.Of(number) == Medium.Phone ? Find(canonical) : null;
        if (pending is null)
            throw new SuiteErrorException($"the feature hands in a code wrongly that was sent to {number}; ask for a text message to a telephone number first.");
        var secret = wrongSecret ? _world.NewClientSecret() : pending.ClientSecret;
        return await new AddressValidation(_world.Client(role)).SubmitAsync(
            pending with { Address = canonical, ClientSecret = secret, Seen = _confirmed.GetValueOrDefault(canonical) }, wrongToken, cancellationToken);
    }

    /// <summary>Gives an actor's account an address: has it validated, and adds it. Does nothing where the account has it.</summary>
    /// <param name="actor">The actor, with a session.</param>
    /// <param name="address">An email address, or a telephone number in international form.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    public async Task AddAsync(Actor actor, string address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var medium = Medium.Of(address);
        var canonical = medium == Medium.Email ? address : PhoneNumbers.Digits(address);
        if (actor.Identifiers.GetValueOrDefault(medium) == canonical)
            return;
        if (actor.Sessions.Count == 0)
            throw new SuiteErrorException($"{actor.Name} is given an identifier before {actor.Name} is logged in; log in first.");
        var caller = Caller.Of(actor, actor.Sessions.GetAt(0).Value);
        var validation = new AddressValidation(_world.Client(ExchangeRole.SetUp));
        var pending = await validation.RequestAsync(ValidationPurpose.AddToAccount, medium, canonical, caller, cancellationToken);
        await validation.ConfirmAsync(pending, cancellationToken);
        _confirmed[canonical] = validation.Count(medium, canonical);
        var call = new OperationCall
        {
            Operation = _world.Run.Specification.GetOperation("add3PID"),
            Arguments = pending.Credentials().ToDictionary(member => member.Key, member => member.Value?.DeepClone(), StringComparer.Ordinal),
        };
        var exchange = await _world.CallAndAuthenticateAsync(call, caller, actor, ExchangeRole.SetUp, cancellationToken);
        if (exchange.Response is not { Status: 200 })
            throw new ViolationException(new Violation("set-up: add3PID should give 200", exchange.Outcome, exchange));
        actor.Identifiers[medium] = canonical;
    }

    /// <summary>Who is authenticated for a call by the session begun last; null if nobody is.</summary>
    internal Actor? ProvedBy(OperationCall call) =>
        Last is { } last && call.Auth is JsonObject auth && auth["threepid_creds"] is JsonObject credentials && (string?)credentials["sid"] == last.SessionId
            ? _world.Actors.FirstOrDefault(actor => actor.Identifiers.GetValueOrDefault(last.Medium) == last.Address)
            : null;

    /// <summary>Notes the session that a call has begun.</summary>
    internal void Watch(OperationCall call, Exchange exchange)
    {
        if (PendingValidation.Read(call, exchange) is not { } pending)
            return;
        _pending[pending.Address] = pending;
        Last = pending;
    }

    /// <summary>The session of an address; a telephone number may have been given as it is dialled at home.</summary>
    private PendingValidation? Find(string address) =>
        _pending.GetValueOrDefault(address)
        ?? (Medium.Of(address) == Medium.Phone && address.Length > TellingDigits
            ? _pending.Values.LastOrDefault(pending => pending.Medium == Medium.Phone && pending.Address.EndsWith(address[^TellingDigits..], StringComparison.Ordinal))
            : null);
}
