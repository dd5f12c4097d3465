using System.Text.Json.Nodes;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>
/// What can only be seen with a session: refresh tokens, capabilities, keys, rooms, pushers. Makes or borrows one account, and gives it up
/// at the end.
/// </summary>
/// <param name="client">Sends the probes.</param>
/// <param name="patient">Begins and ends the session, with longer deadlines: servers may be slow with passwords.</param>
/// <param name="specification">The operations.</param>
/// <param name="options">What the user says about the server; the survey may use its accounts.</param>
/// <param name="target">The server.</param>
/// <param name="redactor">Learns the secrets.</param>
internal sealed class SessionSurvey(
    MatrixClient client, MatrixClient patient, Specification specification, UrlHomeserverOptions options, Target target, Redactor redactor)
{
    // A scenario that waits for a token to expire must not take longer than this.
    private const double ShortLifetimeMilliseconds = 10_000;

    private static readonly Need[] WithSession =
        [Need.RefreshTokens, Need.ShortTokenLifetime, Need.LoginToken, Need.EncryptionKeys, Need.Rooms, Need.Pushers];

    private readonly UiaDriver _driver = new(UiaDriver.StandardSolvers);
    private readonly RunNames _names = new(options.Seed, TimeProvider.System.GetUtcNow());

    /// <exception cref="TargetException">No account can be made, or a given one cannot be used.</exception>
    public async Task AddOffersAsync(Answers answers, CancellationToken cancellationToken)
    {
        var owner = new Actor("survey");
        var exchange = options.Accounts is [var account, ..]
            ? await LogInAsync(owner, account, cancellationToken)
            : options.AccountMaker is { } maker
            ? await LogInAsync(owner, await MakeAsync(maker, cancellationToken), cancellationToken)
            : await RegisterAsync(owner, cancellationToken);
        if (exchange.Response is not { } response || Body.Text(response, "access_token") is not { } token)
        {
            answers.DoNotKnow(exchange, WithSession);
            return;
        }

        redactor.Learn(response);
        var caller = new Caller("survey", token);
        if (Body.Text(response, "refresh_token") is not null)
            answers.Add(Need.RefreshTokens);
        else
            answers.Deny(exchange, "with refresh_token gives none", Need.RefreshTokens);
        if (Body.Number(response, "expires_in_ms") is { } lifetime)
        {
            if (lifetime <= ShortLifetimeMilliseconds)
                answers.Add(Need.ShortTokenLifetime);
            else
                answers.Deny(exchange, $"gives a token that lives {lifetime:0} ms", Need.ShortTokenLifetime);
        }

        var capabilities = await CallAsync(Operations.GetCapabilities, caller, cancellationToken);
        if (Answers.Failed(capabilities))
            answers.DoNotKnow(capabilities, Need.LoginToken);
        if (capabilities.Response is { Status: 200 } listed)
        {
            answers.SwitchOff(Body.SwitchedOff(listed));
            if (Body.Capability(listed, "m.get_login_token") == true)
                answers.Add(Need.LoginToken);
            else if (Body.Capability(listed, "m.get_login_token") == false)
                answers.Deny(capabilities, "lists m.get_login_token as not enabled", Need.LoginToken);
        }

        var keys = await CallAsync(Operations.QueryKeys, caller, cancellationToken, ("device_keys", new JsonObject()));
        AddIfServed(keys, Need.EncryptionKeys, answers);
        AddIfServed(await CallAsync(Operations.GetJoinedRooms, caller, cancellationToken), Need.Rooms, answers);
        AddIfServed(await CallAsync(Operations.GetPushers, caller, cancellationToken), Need.Pushers, answers);
        if (!options.IsThrownAway)
            await GiveUpAsync(owner, caller, cancellationToken);
    }

    private static void AddIfServed(Exchange exchange, Need need, Answers answers)
    {
        if (exchange.Response is { Status: 200 })
            answers.Add(need);
        else if (exchange.Response is { Status: 404 or 405 })
            answers.Deny(exchange, $"answers {exchange.Outcome}", need);
        else if (Answers.Failed(exchange))
            answers.DoNotKnow(exchange, need);
    }

    private async Task<Account> MakeAsync(IAccountMaker maker, CancellationToken cancellationToken)
    {
        var password = RunNames.Password();
        redactor.Learn(password, SecretKind.Password);
        return await maker.MakeAsync(
            new RunNames(options.Seed, TimeProvider.System.GetUtcNow()).UserName("survey"), password, cancellationToken);
    }

    private async Task<Exchange> RegisterAsync(Actor owner, CancellationToken cancellationToken)
    {
        var password = RunNames.Password();
        redactor.Learn(password, SecretKind.Password);
        var call = Call(Operations.Register, ("username", _names.UserName("survey")), ("password", password), ("refresh_token", true));
        Exchange exchange;
        try
        {
            exchange = await AuthenticateAsync(call, Caller.Anonymous, owner, cancellationToken);
        }
        catch (ViolationException refused)
        {
            throw new TargetException(
                new Problem($"the registration of an account fails: {redactor.Text(refused.Violation.Expected)}, but the server answers {redactor.Text(refused.Violation.Actual)}")
                {
                    NextStep = "check the registration token, or give existing accounts with --accounts.",
                },
                refused);
        }

        if (exchange.Response is not { Status: 200 } response)
        {
            throw new TargetException(
                $"POST {redactor.Url(exchange.Request.Url)} creates no account: {redactor.Text(exchange.Outcome)}",
                "see the server's log, or give existing accounts with --accounts.");
        }

        if (Body.Text(response, "user_id") is { } userId && userId.StartsWith('@') && userId.Contains(':', StringComparison.Ordinal))
            owner.Account = new Account(userId, password);
        return exchange;
    }

    private async Task<Exchange> LogInAsync(Actor owner, Account account, CancellationToken cancellationToken)
    {
        owner.Account = account;
        var call = Call(
            Operations.LogIn,
            ("type", StageType.Password.Name),
            ("identifier", new JsonObject { ["type"] = "m.id.user", ["user"] = account.UserId }),
            ("password", account.Password),
            ("refresh_token", true));
        var exchange = await patient.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        return exchange.Response is { Status: 200 }
            ? exchange
            : throw new TargetException(
                $"the account {account.UserId} cannot log in: {redactor.Text(exchange.Outcome)}",
                "check its name and password.");
    }

    private async Task GiveUpAsync(Actor owner, Caller caller, CancellationToken cancellationToken)
    {
        if (options.Accounts.Count == 0)
        {
            try
            {
                var exchange = await AuthenticateAsync(Call(Operations.DeactivateAccount), caller, owner, cancellationToken);
                if (exchange.Response is { Status: 200 })
                    return;
            }
            catch (Exception exception) when (exception is ViolationException or UnmetNeedException)
            {
                // Not every server lets the suite deactivate; a logout is the next best.
            }
        }

        await CallAsync(Operations.LogOut, caller, cancellationToken);
    }

    private Task<Exchange> AuthenticateAsync(OperationCall call, Caller caller, Actor owner, CancellationToken cancellationToken) =>
        _driver.RunAsync(
            call,
            (request, token) => patient.SendAsync(request, caller, ExchangeRole.SetUp, token),
            new StageContext(owner, target) { Client = FlowClient() },
            cancellationToken);

    private FlowClient FlowClient() => new(new SurveyCalls(patient), ExchangeRole.SetUp, specification, target, _names, redactor);

    private Task<Exchange> CallAsync(
        string operationId, Caller caller, CancellationToken cancellationToken, params (string Name, JsonNode? Value)[] arguments) =>
        client.SendAsync(Call(operationId, arguments), caller, ExchangeRole.SetUp, cancellationToken);

    private OperationCall Call(string operationId, params (string Name, JsonNode? Value)[] arguments) => new()
    {
        Operation = specification.GetOperation(operationId),
        Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal),
    };
}
