using System.Text;
using System.Text.Json.Nodes;
using Conformance.Homeservers.Accounts;
using Conformance.Homeservers.Targets.Composing;
using Conformance.Homeservers.Targets.Description;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Targets.Administration;

/// <summary>The administrator of a homeserver, who does what the target file says. Safe to use from many scenarios.</summary>
/// <param name="settings">How the administrator acts.</param>
/// <param name="variables">The values of the file's variables.</param>
/// <param name="specification">The operations.</param>
/// <param name="way">How to reach the server, and how long one request, or the answer to a message, may take.</param>
/// <param name="redactor">Keeps secrets out of messages.</param>
internal sealed class Administrator(
    AdministratorSettings settings, VariableSet variables, Specification specification, MatrixClientOptions way, Redactor redactor)
    : IAccountMaker, ISingleUseTokenMaker, IDisposable
{
    private const string Name = "the administrator";
    private const string NextStep = "check administrator in the target file.";

    private readonly SemaphoreSlim _turn = new(1);
    private readonly MatrixClient _calls = new(way, specification, specification.Version, redactor);
    private readonly SynapseAdmin? _secret = settings.SharedSecret is { } secret
        ? new SynapseAdmin(way.BaseUrl, Template.Render(secret, variables), way.RequestTimeout)
        : null;
    private Caller? _caller;

    /// <inheritdoc/>
    public async Task<Account> MakeAsync(string localpart, string password, CancellationToken cancellationToken)
    {
        if (_secret is not null && !settings.Actions.ContainsKey(AdministratorAction.CreateAccount))
            return await _secret.MakeAsync(localpart, password, cancellationToken);
        var account = new Account($"@{localpart}:{variables[VariableNames.ServerName]}", password);
        redactor.Learn(password, SecretKind.Password);
        await ActAsync(
            AdministratorAction.CreateAccount,
            new()
            {
                [VariableNames.Localpart] = localpart,
                [VariableNames.UserId] = account.UserId,
                [VariableNames.Password] = password,
            },
            cancellationToken);
        return account;
    }

    /// <summary>Makes a registration token.</summary>
    /// <exception cref="SuiteErrorException">The server refuses, or answers something else.</exception>
    /// <exception cref="NotCheckedException">The server does not answer.</exception>
    public async Task<string> MakeRegistrationTokenAsync(CancellationToken cancellationToken) =>
        await ActAsync(AdministratorAction.RegistrationToken, [], cancellationToken)
            ?? throw new SuiteErrorException("the administrator's answer has no registration token", NextStep);

    /// <inheritdoc/>
    public async Task<string> MakeSingleUseTokenAsync(CancellationToken cancellationToken) =>
        await ActAsync(AdministratorAction.SingleUseToken, [], cancellationToken)
            ?? throw new SuiteErrorException("the administrator's answer has no registration token", NextStep);

    /// <summary>Registers an application service.</summary>
    /// <param name="yaml">Its registration. Contains secrets.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="SuiteErrorException">The server refuses, or answers something else.</exception>
    /// <exception cref="NotCheckedException">The server does not answer.</exception>
    public Task RegisterApplicationServiceAsync(string yaml, CancellationToken cancellationToken) =>
        ActAsync(
            AdministratorAction.RegisterApplicationService, new() { [VariableNames.Yaml] = yaml.TrimEnd('\n') }, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _secret?.Dispose();
        _calls.Dispose();
        _turn.Dispose();
    }

    // One action at a time: an answer in a room does not say which message it is for.
    private async Task<string?> ActAsync(
        AdministratorAction action, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (!settings.Actions.TryGetValue(action, out var steps))
            throw new SuiteErrorException($"the target file does not say how its administrator {What(action)}", NextStep);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var all = variables.With(values);
            _caller ??= await BecomeAsync(cancellationToken);
            string? result = null;
            foreach (var step in steps)
            {
                result = step.Message is { } message
                    ? await SayAsync(Template.Render(message, all), step, cancellationToken)
                    : await CallAsync(step, all, cancellationToken);
            }

            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Caller> BecomeAsync(CancellationToken cancellationToken)
    {
        if (settings.Token is { } token)
            return As(Template.Render(token, variables));
        if (_secret is not null)
            return As(await _secret.AdministratorTokenAsync(cancellationToken));
        var password = Template.Render(settings.Password!, variables);
        redactor.Learn(password, SecretKind.Password);
        var call = new OperationCall
        {
            Operation = specification.GetOperation(Operations.LogIn),
            Arguments = new Dictionary<string, JsonNode?>
            {
                ["type"] = StageType.Password.Name,
                ["identifier"] = new JsonObject { ["type"] = "m.id.user", ["user"] = Template.Render(settings.User!, variables) },
                ["password"] = password,
            },
        };
        var exchange = await _calls.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        return As(Succeeded(exchange).Json?.Text("access_token") ?? throw Wrong(exchange, "without access_token"));
    }

    private Caller As(string token)
    {
        redactor.Learn(token, SecretKind.AccessToken);
        return new Caller(Name, token);
    }

    private async Task<string?> SayAsync(string message, AdministratorStep step, CancellationToken cancellationToken)
    {
        var room = new AdministratorRoom(Template.Render(settings.Room!, variables), specification, SendAsync, way.RequestTimeout);
        var result = await room.SayAsync(message, step.Answer, cancellationToken);
        if (step.HasResult)
            redactor.Learn(result, SecretKind.Secret);
        return result;
    }

    private async Task<string?> CallAsync(AdministratorStep step, VariableSet all, CancellationToken cancellationToken)
    {
        var (method, path) = step.Call!.Split(' ', 2) is [var verb, var target]
            ? (verb, Template.Render(target, all, Uri.EscapeDataString))
            : throw new InvalidOperationException($"The schema of target files permits the call \"{step.Call}\".");
        var body = step.Body is null ? null : FileRenderer.Render(step.Body, all)!.ToJsonString();
        var call = new RawCall
        {
            Method = method,
            PathAndQuery = path,
            Body = body is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(body),
        };
        var exchange = await _calls.SendAsync(call, _caller!, ExchangeRole.SetUp, cancellationToken);
        var answer = Succeeded(exchange);
        if (step.Result is not { } member)
            return null;
        var result = answer.Json?.Text(member) ?? throw Wrong(exchange, $"without {member}");
        redactor.Learn(result, SecretKind.Secret);
        return result;
    }

    private async Task<RecordedResponse> SendAsync(OperationCall call, CancellationToken cancellationToken) =>
        Succeeded(await _calls.SendAsync(call, _caller!, ExchangeRole.SetUp, cancellationToken));

    private RecordedResponse Succeeded(Exchange exchange)
    {
        if (exchange.Response is not { } response)
            throw new NotCheckedException($"{Tried(exchange)} got no answer");
        return response.Status is >= 200 and < 300 ? response : throw Wrong(exchange, redactor.Text(exchange.Outcome));
    }

    private SuiteErrorException Wrong(Exchange exchange, string answer) => new($"{Tried(exchange)} answers {answer}", NextStep);

    private static string What(AdministratorAction action) => action switch
    {
        AdministratorAction.CreateAccount => "makes accounts",
        AdministratorAction.RegistrationToken => "makes registration tokens",
        AdministratorAction.SingleUseToken => "makes registration tokens of one use",
        _ => "registers application services",
    };

    private string Tried(Exchange exchange) => $"{Name}'s {exchange.Request.Method} {redactor.Url(exchange.Request.Url)}";
}
