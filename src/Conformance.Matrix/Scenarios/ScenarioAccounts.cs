using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios.Knowledge;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Scenarios;

/// <summary>Makes the accounts and sessions of a scenario.</summary>
public sealed class ScenarioAccounts
{
    private readonly TestRun _run;
    private readonly ScenarioCalls _calls;
    private readonly UiaCalls _uia;
    private readonly SuiteKnowledge _knowledge;
    private readonly FreshValues _fresh;

    internal ScenarioAccounts(TestRun run, ScenarioCalls calls, UiaCalls uia, SuiteKnowledge knowledge, FreshValues fresh)
    {
        _run = run;
        _calls = calls;
        _uia = uia;
        _knowledge = knowledge;
        _fresh = fresh;
    }

    /// <summary>Gives an actor an account with a first device: a new one, or a ready one where the server takes no registrations.</summary>
    /// <param name="actor">The actor, without an account.</param>
    /// <param name="deviceId">The device's id; null to let the server choose.</param>
    /// <param name="refreshToken">Whether to ask for a refresh token.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    /// <exception cref="UnmetNeedException">There are no accounts to be had.</exception>
    /// <exception cref="SuiteErrorException">The actor has an account.</exception>
    public async Task<Session> RegisterAsync(Actor actor, string? deviceId, bool refreshToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Account is not null)
            throw new SuiteErrorException($"{actor.Name} already has an account", "log in on another device instead.");
        if (_run.Target.MissingAccounts is { } missing)
            throw new UnmetNeedException(missing.Need, missing.Problem.ToString());
        if (_run.Pool.HasAccounts)
            return await LeaseAsync(actor, deviceId, refreshToken, cancellationToken);
        if (_run.Target.AccountMaker is { } maker)
        {
            var password = _fresh.Password();
            actor.Account = await maker.MakeAsync(_run.Names.UserName(actor.Name), password, cancellationToken);
            _knowledge.Accounts.Add(new MadeAccount(actor.Account.UserId, actor.Account.Password));
            var first = await LogInAsync(actor, deviceId, null, refreshToken, cancellationToken);

            // What makes accounts may leave a device behind.
            await NoteEarlierDevicesAsync(actor, first, cancellationToken);
            return first;
        }

        return await RegisterByCallAsync(actor, deviceId, refreshToken, cancellationToken);
    }

    /// <summary>Gives an actor an account with a first device by a registration, whatever other ways there are.</summary>
    /// <param name="actor">The actor, without an account.</param>
    /// <param name="deviceId">The device's id; null to let the server choose.</param>
    /// <param name="refreshToken">Whether to ask for a refresh token.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here.</exception>
    internal async Task<Session> RegisterByCallAsync(
        Actor actor, string? deviceId, bool refreshToken, CancellationToken cancellationToken)
    {
        var password = _fresh.Password();
        var call = AccountCalls.Register(_run.Specification, _run.Names.UserName(actor.Name), password, deviceId, refreshToken);
        var exchange =
            await _uia.CallAsync(call, Caller.Anonymous with { Description = actor.Name }, actor, ExchangeRole.SetUp, cancellationToken);
        return Adopt(actor, exchange, password, deviceId);
    }

    /// <summary>Logs an actor in with the password, on a new or an existing device.</summary>
    /// <param name="actor">The actor, with an account.</param>
    /// <param name="deviceId">The device's id; null to let the server choose.</param>
    /// <param name="displayName">The name of a new device; null for none.</param>
    /// <param name="refreshToken">Whether to ask for a refresh token.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    /// <exception cref="UnmetNeedException">The server refuses, and does not offer login with a password.</exception>
    /// <exception cref="SuiteErrorException">The actor has no account.</exception>
    public async Task<Session> LogInAsync(
        Actor actor, string? deviceId, string? displayName, bool refreshToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var account = actor.Account ?? throw new SuiteErrorException($"{actor.Name} has no account to log in to", "register first.");
        var call = AccountCalls.LogIn(_run.Specification, account, deviceId, displayName, refreshToken);
        var exchange =
            await _calls.CallAsync(call, Caller.Anonymous with { Description = actor.Name }, ExchangeRole.SetUp, cancellationToken);
        if (exchange.Response is { Status: >= 400 and < 500 } && !_run.Target.Offers.Contains(Need.PasswordLogin)
            && !_run.Target.Unknown.ContainsKey(Need.PasswordLogin))
        {
            throw new UnmetNeedException(Need.PasswordLogin, "the server does not offer login with a password.");
        }

        return Adopt(actor, exchange, null, deviceId);
    }

    /// <summary>Logs an actor in by any call of <c>login</c>.</summary>
    /// <param name="actor">The actor, with an account.</param>
    /// <param name="call">The call.</param>
    /// <param name="accessToken">The access token to make it with; null for none.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    internal async Task<Session> LogInByAsync(
        Actor actor, OperationCall call, string? accessToken, CancellationToken cancellationToken)
    {
        var exchange = await _calls.CallAsync(call, new Caller(actor.Name, accessToken), ExchangeRole.SetUp, cancellationToken);
        return Adopt(actor, exchange, null, call.Arguments["device_id"]?.GetValue<string>());
    }

    /// <summary>Gives an actor an account in the namespace of the application service, made by the service, without a session.</summary>
    /// <param name="actor">The actor, without an account.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    /// <exception cref="SuiteErrorException">There is no application service.</exception>
    public async Task RegisterForApplicationServiceAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (_run.Target.ApplicationServiceToken is null)
            throw new SuiteErrorException(
                "the scenario needs an application service and the target has none",
                $"give it the need \"{Need.ApplicationService}\".");
        var call =
            AccountCalls.RegisterByService(_run.Specification, _run.Target.ApplicationServiceUserPrefix + _run.Names.UserName(actor.Name));
        var caller = new Caller("the application service", _run.Target.ApplicationServiceToken);
        var exchange = await _calls.CallAsync(call, caller, ExchangeRole.SetUp, cancellationToken);
        if (exchange.Response is not { Status: 200 })
            throw new ViolationException(new Violation($"set-up: {call.Operation.Id} by the application service should give 200",
                exchange.Outcome, exchange));
        actor.Account = new Account(NewSession.UserId(exchange), _fresh.Password());
    }

    /// <summary>Gives an actor the session of an answer, and the account if there is a password for it.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="exchange">The login or registration.</param>
    /// <param name="password">The password of a new account; null where the actor has the account.</param>
    /// <param name="deviceId">The device that was asked for; null where the server was to choose.</param>
    internal Session Adopt(Actor actor, Exchange exchange, string? password, string? deviceId)
    {
        var session = NewSession.Read(exchange, deviceId, _run.Redactor);
        if (password is not null)
            actor.Account = new Account(session.UserId, password);
        actor.Sessions[session.DeviceId] = session;
        return session;
    }

    private async Task<Session> LeaseAsync(Actor actor, string? deviceId, bool refreshToken, CancellationToken cancellationToken)
    {
        var account = await _run.Pool.LeaseAsync(_knowledge, cancellationToken);
        _knowledge.Accounts.Lend(actor, account);
        actor.Account = account;
        var session = await LogInAsync(actor, deviceId, null, refreshToken, cancellationToken);
        var (exchange, known) = await NoteEarlierDevicesAsync(actor, session, cancellationToken);
        return known
            ? session
            : throw new ViolationException(new Violation(
                $"set-up: {Operations.GetDevices} should give 200 with the devices", exchange.Outcome, exchange));
    }

    private async Task<(Exchange Exchange, bool AreKnown)> NoteEarlierDevicesAsync(
        Actor actor, Session session, CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = _run.Specification.GetOperation(Operations.GetDevices) };
        var exchange = await _calls.CallAsync(call, Caller.Of(actor, session), ExchangeRole.Observation, cancellationToken);
        var devices = AccountCalls.DeviceIds(exchange);
        actor.EarlierDevices.UnionWith(devices?.Where(device => device != session.DeviceId) ?? []);
        return (exchange, devices is not null);
    }
}
