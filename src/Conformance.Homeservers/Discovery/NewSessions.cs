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

/// <summary>Begins sessions outside scenarios: on an account that was given, or was made by an administrator, or is registered.</summary>
/// <param name="client">Sends the requests.</param>
/// <param name="specification">The operations.</param>
/// <param name="options">What the user says about the server; the first of its accounts may be used.</param>
/// <param name="target">The server.</param>
/// <param name="redactor">Learns the secrets.</param>
internal sealed class NewSessions(
    MatrixClient client, Specification specification, UrlHomeserverOptions options, Target target, Redactor redactor)
{
    private readonly UiaDriver _driver = new(UiaDriver.StandardSolvers);
    private readonly RunNames _names = new(options.Seed, TimeProvider.System.GetUtcNow());

    /// <summary>Begins a session.</summary>
    /// <param name="owner">Whose it is to be; gets the account, and a new account has that name in its own.</param>
    /// <param name="isRefreshable">Whether to ask for a refresh token; the access token may expire then.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The answer with the session, or the refusal of a registration that is still to be understood.</returns>
    /// <exception cref="TargetException">No account can be made, or a given one cannot be used.</exception>
    public async Task<Exchange> BeginAsync(Actor owner, bool isRefreshable, CancellationToken cancellationToken) =>
        options.Accounts is [var account, ..] ? await LogInAsync(owner, account, isRefreshable, cancellationToken)
        : options.AccountMaker is { } maker
            ? await LogInAsync(owner, await MakeAsync(maker, owner, cancellationToken), isRefreshable, cancellationToken)
            : await RegisterAsync(owner, isRefreshable, cancellationToken);

    /// <summary>Makes a call that may ask for authentication.</summary>
    public Task<Exchange> AuthenticateAsync(OperationCall call, Caller caller, Actor owner, CancellationToken cancellationToken) =>
        _driver.RunAsync(
            call,
            (request, token) => client.SendAsync(request, caller, ExchangeRole.SetUp, token),
            new StageContext(owner, target) { Client = FlowClient() },
            cancellationToken);

    /// <summary>A call of an operation.</summary>
    public OperationCall Call(string operationId, params (string Name, JsonNode? Value)[] arguments) => new()
    {
        Operation = specification.GetOperation(operationId),
        Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal),
    };

    private Task<Account> MakeAsync(IAccountMaker maker, Actor owner, CancellationToken cancellationToken)
    {
        var password = RunNames.Password();
        redactor.Learn(password, SecretKind.Password);
        return maker.MakeAsync(_names.UserName(owner.Name), password, cancellationToken);
    }

    private async Task<Exchange> RegisterAsync(Actor owner, bool isRefreshable, CancellationToken cancellationToken)
    {
        var password = RunNames.Password();
        redactor.Learn(password, SecretKind.Password);
        var call = Call(
            Operations.Register,
            ("username", _names.UserName(owner.Name)), ("password", password), ("refresh_token", isRefreshable));
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

    private async Task<Exchange> LogInAsync(
        Actor owner, Account account, bool isRefreshable, CancellationToken cancellationToken)
    {
        owner.Account = account;
        var call = Call(
            Operations.LogIn,
            ("type", StageType.Password.Name),
            ("identifier", new JsonObject { ["type"] = "m.id.user", ["user"] = account.UserId }),
            ("password", account.Password),
            ("refresh_token", isRefreshable));
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        return exchange.Response is { Status: 200 }
            ? exchange
            : throw new TargetException(
                $"the account {account.UserId} cannot log in: {redactor.Text(exchange.Outcome)}",
                "check its name and password.");
    }

    private FlowClient FlowClient() => new(new SurveyCalls(client), ExchangeRole.SetUp, specification, target, _names, redactor);
}
