using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Accounts;

/// <summary>Makes the accounts and sessions of a scenario.</summary>
internal sealed class AccountSetUp(ScenarioWorld world)
{
    private TestRun Run => world.Run;

    public async Task<Session> RegisterAsync(Actor actor, string? deviceId, bool refreshToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Account is not null)
            throw new SuiteErrorException($"{actor.Name} has an account already; log in on another device instead.");
        if (Run.Pool.HasAccounts)
            return await LeaseAsync(actor, deviceId, refreshToken, cancellationToken);
        var password = world.NewPassword();
        if (Run.Target.AccountMaker is { } maker)
        {
            actor.Account = await maker.MakeAsync(Run.Names.UserName(actor.Name), password, cancellationToken);
            world.CleanUp.Given(actor.Account);
            return await LogInAsync(actor, deviceId, null, refreshToken, cancellationToken);
        }

        var call = new OperationCall
        {
            Operation = Run.Specification.GetOperation("register"),
            Arguments = Arguments(
                ("username", Run.Names.UserName(actor.Name)),
                ("password", password),
                ("device_id", deviceId),
                ("refresh_token", refreshToken ? true : null)),
        };
        var exchange = await world.CallAndAuthenticateAsync(call, Caller.Anonymous with { Description = actor.Name }, actor, ExchangeRole.SetUp, cancellationToken);
        return Adopt(actor, exchange, password, deviceId);
    }

    public async Task<Session> LogInAsync(Actor actor, string? deviceId, string? displayName, bool refreshToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var account = actor.Account ?? throw new SuiteErrorException($"{actor.Name} has no account to log in to; register first.");
        var call = LogIn(Run, account, deviceId, displayName, refreshToken);
        var exchange = await world.CallAsync(call, Caller.Anonymous with { Description = actor.Name }, ExchangeRole.SetUp, cancellationToken);
        return Adopt(actor, exchange, null, deviceId);
    }

    public async Task RegisterForApplicationServiceAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (Run.Target.ApplicationServiceToken is null)
            throw new SuiteErrorException("the scenario needs an application service and the target has none; give it the need \"appservice\".");
        var call = new OperationCall
        {
            Operation = Run.Specification.GetOperation("register"),
            Arguments = Arguments(
                ("type", "m.login.application_service"),
                ("username", Run.Target.ApplicationServiceUserPrefix + Run.Names.UserName(actor.Name)),
                ("inhibit_login", true)),
        };
        var exchange = await world.CallAsync(call, new Caller("the application service", Run.Target.ApplicationServiceToken), ExchangeRole.SetUp, cancellationToken);
        if (exchange.Response is not { Status: 200 } response)
            throw new ViolationException(new Violation("set-up: register by the application service should give 200", exchange.Outcome, exchange));
        actor.Account = new Account(UserId(exchange, response), world.NewPassword());
    }

    /// <summary>A registration with a user name that no other has, and a password; any other call as it is.</summary>
    public OperationCall WithOwnUser(OperationCall call)
    {
        if (call.Operation.Id != "register")
            return call;
        var arguments = new Dictionary<string, JsonNode?>(call.Arguments, StringComparer.Ordinal) { ["username"] = world.NewUserName() };
        arguments.TryAdd("password", world.NewPassword());
        return call with { Arguments = arguments };
    }

    /// <summary>Gives an actor the session, and the account where there is a password for it, that an answer has.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="exchange">The login or registration.</param>
    /// <param name="password">The password of a new account; null where the actor has the account.</param>
    /// <param name="deviceId">The device that was asked for; null where the server was to choose.</param>
    public Session Adopt(Actor actor, Exchange exchange, string? password, string? deviceId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(exchange);
        var name = exchange.Operation?.Id ?? "the call";
        if (exchange.Response is not { Status: 200 } response)
            throw new ViolationException(new Violation($"set-up: {name} should give 200", exchange.Outcome, exchange));
        var session = new Session
        {
            UserId = UserId(exchange, response),
            DeviceId = Member(exchange, response, "device_id"),
            AccessToken = Member(exchange, response, "access_token"),
            RefreshToken = Text(response, "refresh_token"),
        };
        Run.Redactor.Learn(session.AccessToken, SecretKind.AccessToken);
        if (deviceId is not null && session.DeviceId != deviceId)
            throw new ViolationException(new Violation($"set-up: {name} with the device_id \"{deviceId}\" gives that device", $"the device \"{session.DeviceId}\"", exchange));
        Run.Redactor.Learn(session.RefreshToken, SecretKind.RefreshToken);
        if (password is not null)
        {
            Run.Redactor.Learn(password, SecretKind.Password);
            actor.Account = new Account(session.UserId, password);
        }

        actor.Sessions[session.DeviceId] = session;
        return session;
    }

    /// <summary>Follows what changes an actor's password or renews a session's tokens, so that later steps use the new ones.</summary>
    public void Watch(OperationCall call, Caller caller, Exchange exchange)
    {
        if (call.Operation.Id == "refresh" && exchange.Response is { Status: 200 } refreshed)
            FollowRefresh(call, refreshed);
        if (call.Operation.Id != "changePassword" || exchange.Response is not { Status: 200 })
            return;
        var owner = caller.AccessToken is null ? world.Addresses.ProvedBy(call) : world.Actors.FirstOrDefault(actor => actor.Sessions.Values.Any(session => session.AccessToken == caller.AccessToken));
        if (owner?.Account is { } account && call.Arguments.GetValueOrDefault("new_password") is JsonValue value && value.TryGetValue<string>(out var password))
        {
            Run.Redactor.Learn(password, SecretKind.Password);
            owner.Account = account with { Password = password };
        }
    }

    // "If not given, the old refresh token can be re-used."
    private void FollowRefresh(OperationCall call, RecordedResponse response)
    {
        if (call.Arguments.GetValueOrDefault("refresh_token") is not JsonValue value || !value.TryGetValue<string>(out var used) || Text(response, "access_token") is not { } accessToken)
            return;
        var session = world.Actors.SelectMany(actor => actor.Sessions.Values).FirstOrDefault(candidate => candidate.RefreshTokens.Contains(used));
        if (session is null)
            return;
        session.AccessToken = accessToken;
        session.RefreshToken = Text(response, "refresh_token") ?? used;
    }

    /// <summary>The call that logs an account in with its password.</summary>
    public static OperationCall LogIn(TestRun run, Account account, string? deviceId, string? displayName, bool refreshToken) => new()
    {
        Operation = run.Specification.GetOperation("login"),
        Arguments = Arguments(
            ("type", "m.login.password"),
            ("identifier", new JsonObject { ["type"] = "m.id.user", ["user"] = account.UserId }),
            ("password", account.Password),
            ("device_id", deviceId),
            ("initial_device_display_name", displayName),
            ("refresh_token", refreshToken ? true : null)),
    };

    /// <summary>The ids of an account's devices; null where the answer has none to read.</summary>
    public static IReadOnlyList<string>? DeviceIds(Exchange exchange) =>
        exchange.Response is { Status: 200, Json: { ValueKind: JsonValueKind.Object } body }
        && body.TryGetProperty("devices", out var devices) && devices.ValueKind == JsonValueKind.Array
            ? [.. devices.EnumerateArray()
                .Where(device => device.ValueKind == JsonValueKind.Object && device.TryGetProperty("device_id", out var id) && id.ValueKind == JsonValueKind.String)
                .Select(device => device.GetProperty("device_id").GetString()!)]
            : null;

    private async Task<Session> LeaseAsync(Actor actor, string? deviceId, bool refreshToken, CancellationToken cancellationToken)
    {
        var account = await Run.Pool.LeaseAsync(world, cancellationToken);
        world.CleanUp.Leased(actor, account);
        actor.Account = account;
        var session = await LogInAsync(actor, deviceId, null, refreshToken, cancellationToken);
        var call = new OperationCall { Operation = Run.Specification.GetOperation("getDevices") };
        var exchange = await world.CallAsync(call, Caller.Of(actor, session), ExchangeRole.Observation, cancellationToken);
        var devices = DeviceIds(exchange)
            ?? throw new ViolationException(new Violation("set-up: getDevices should give 200 with the devices", exchange.Outcome, exchange));
        actor.EarlierDevices.UnionWith(devices.Where(device => device != session.DeviceId));
        return session;
    }

    private static Dictionary<string, JsonNode?> Arguments(params IEnumerable<(string Name, JsonNode? Value)> arguments) =>
        arguments.Where(argument => argument.Value is not null).ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);

    private static string UserId(Exchange exchange, RecordedResponse response)
    {
        var userId = Member(exchange, response, "user_id");
        return userId.StartsWith('@') && userId.Contains(':', StringComparison.Ordinal)
            ? userId
            : throw new ViolationException(new Violation($"set-up: {exchange.Operation?.Id} should give a user_id of the form @localpart:server", $"\"{userId}\"", exchange));
    }

    private static string Member(Exchange exchange, RecordedResponse response, string name) =>
        Text(response, name) is { Length: > 0 } value
            ? value
            : throw new ViolationException(new Violation($"set-up: {exchange.Operation?.Id} should give the string {name}", $"200 without {name}", exchange));

    private static string? Text(RecordedResponse response, string name) =>
        response.Json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
