using System.Text.Json.Nodes;
using Conformance.Matrix.Accounts;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Pages;
using Conformance.Matrix.Sso;
using Conformance.Matrix.UserInteractive;
using Conformance.Matrix.Validation;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix;

/// <summary>Everything of one scenario: its actors, the calls that it makes, and what it has to remove in the end. Used by one step at a time.</summary>
public sealed class ScenarioWorld : IAsyncDisposable
{
    private readonly OrderedDictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private readonly AccountSetUp _setUp;
    private readonly CleanUp _cleanUp;
    private readonly ThirdPartyAddresses _addresses;
    private readonly SsoLogin _sso;
    private Exchange? _last;
    private bool _disposed;

    /// <summary>Makes a world.</summary>
    /// <param name="run">The run that the scenario belongs to.</param>
    /// <param name="record">Where the scenario's exchanges are kept.</param>
    public ScenarioWorld(TestRun run, ScenarioRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(record);
        Run = run;
        Record = record;
        _setUp = new AccountSetUp(this);
        _cleanUp = new CleanUp(this);
        _addresses = new ThirdPartyAddresses(this);
        _sso = new SsoLogin(this, _setUp);
    }

    /// <summary>The run that the scenario belongs to.</summary>
    public TestRun Run { get; }

    /// <summary>What the scenario saw.</summary>
    public ScenarioRecord Record { get; }

    /// <summary>The actors, in the order of their first mention.</summary>
    public IReadOnlyList<Actor> Actors => [.. _actors.Values];

    /// <summary>Values remembered under a name, for <c>{name}</c> in later steps.</summary>
    public IDictionary<string, string> Memory { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The exchange that the scenario is about: the last one made as its subject.</summary>
    /// <exception cref="SuiteErrorException">There has been none.</exception>
    public Exchange Last => _last ?? throw new SuiteErrorException("the scenario looks at a response before it has made a call; put a When step first.");

    /// <summary>The call that the server last answered with a challenge; null if there is none. It stays after the call has succeeded.</summary>
    public UiaAttempt? Uia { get; private set; }

    /// <summary>An actor, made on first mention.</summary>
    public Actor Actor(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_actors.TryGetValue(name, out var actor))
            _actors.Add(name, actor = new Actor(name));
        return actor;
    }

    /// <summary>Gives an actor an account with a first device: a new one, or a ready one where the server takes no registrations.</summary>
    /// <param name="actor">The actor, without an account.</param>
    /// <param name="deviceId">The device's id; null to let the server choose.</param>
    /// <param name="refreshToken">Whether to ask for a refresh token.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    /// <exception cref="SuiteErrorException">There is no account to be had.</exception>
    public Task<Session> RegisterAsync(Actor actor, string? deviceId, bool refreshToken, CancellationToken cancellationToken) =>
        _setUp.RegisterAsync(actor, deviceId, refreshToken, cancellationToken);

    /// <summary>Logs an actor in with the password, on a new or an existing device.</summary>
    /// <param name="actor">The actor, with an account.</param>
    /// <param name="deviceId">The device's id; null to let the server choose.</param>
    /// <param name="displayName">The name of a new device; null for none.</param>
    /// <param name="refreshToken">Whether to ask for a refresh token.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    public Task<Session> LogInAsync(Actor actor, string? deviceId, string? displayName, bool refreshToken, CancellationToken cancellationToken) =>
        _setUp.LogInAsync(actor, deviceId, displayName, refreshToken, cancellationToken);

    /// <summary>Gives an actor an account in the namespace of the application service, made by the service, without a session.</summary>
    /// <param name="actor">The actor, without an account.</param>
    /// <param name="cancellationToken">Ends the set-up.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    public Task RegisterForApplicationServiceAsync(Actor actor, CancellationToken cancellationToken) =>
        _setUp.RegisterForApplicationServiceAsync(actor, cancellationToken);

    /// <summary>Logs an actor in by single sign-on; who is not known to the provider yet gets an account there.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="deviceId">The device's id; null to let the server choose.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the login.</param>
    /// <exception cref="ViolationException">The server does not do what the specification has it do.</exception>
    /// <exception cref="UnmetNeedException">There is no provider.</exception>
    public Task<Session> LogInBySsoAsync(Actor actor, string? deviceId, ExchangeRole role, CancellationToken cancellationToken) =>
        _sso.LogInAsync(actor, deviceId, role, cancellationToken);

    /// <summary>Passes single sign-on up to the client's URL, which is not opened.</summary>
    /// <param name="actor">The actor; who is not known to the provider yet gets an account there.</param>
    /// <param name="redirectUrl">The client's URL.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The walk, and the login token with which it returned; null where there is none.</returns>
    /// <exception cref="UnmetNeedException">There is no provider.</exception>
    public async Task<(WalkResult Walk, string? LoginToken)> PassSsoAsync(Actor actor, string redirectUrl, ExchangeRole role, CancellationToken cancellationToken)
    {
        var walk = await _sso.PassAsync(actor, redirectUrl, role, cancellationToken);
        return (walk, SsoLogin.Token(walk));
    }

    /// <summary>The validation sessions that the scenario has begun, and what the actors' addresses are.</summary>
    public ThirdPartyAddresses Addresses => _addresses;

    /// <summary>What the solver of a stage may draw on.</summary>
    /// <param name="owner">Whose credentials are given; null where nobody's are.</param>
    /// <param name="role">Why the call is made that is authenticated.</param>
    public StageContext Stages(Actor? owner, ExchangeRole role) => new(owner, Run.Target) { Client = Client(role == ExchangeRole.Subject ? ExchangeRole.SetUp : role) };

    internal StageClient Client(ExchangeRole role) => new(
        Run.Specification,
        Run.Target,
        Run.Names,
        Run.Redactor,
        (call, caller, token) => CallAsync(call, caller, role, token),
        (call, token) => CallAsync(call, Caller.Anonymous, role, token));

    /// <summary>A user name that no other run and no other scenario has.</summary>
    public string NewUserName() => Run.Names.UserName("user");

    /// <summary>A password that any server's policy accepts, kept out of every output.</summary>
    public string NewPassword()
    {
        var password = RunNames.Password();
        Run.Redactor.Learn(password, Redaction.SecretKind.Password);
        return password;
    }

    /// <summary>A secret for a validation session, kept out of every output.</summary>
    public string NewClientSecret()
    {
        var secret = RunNames.ClientSecret();
        Run.Redactor.Learn(secret, Redaction.SecretKind.ClientSecret);
        return secret;
    }

    /// <summary>Makes a call once; it is recorded and judged. As the subject it becomes <see cref="Last"/>, and <see cref="Uia"/> follows it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SuiteErrorException">The request breaks its own schema and is not meant to.</exception>
    public async Task<Exchange> CallAsync(OperationCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(caller);
        Begin($"{call.Operation.Id} by {caller.Description}", role);
        var exchange = await Run.Client.SendAsync(call, caller, role, RateLimited, cancellationToken);
        exchange = Keep(exchange);
        _cleanUp.Watch(call, exchange);
        _setUp.Watch(call, caller, exchange);
        _addresses.Watch(call, exchange);
        if (role == ExchangeRole.Subject)
            Follow(call, caller, exchange);
        return exchange;
    }

    /// <summary>Sends a request outside the manifest once; it is recorded and judged as far as it can be.</summary>
    /// <param name="call">The request.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Exchange> CallAsync(RawCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(caller);
        Begin($"{call.Method} {call.PathAndQuery.Split('?')[0]} by {caller.Description}", role);
        return Keep(await Run.Client.SendAsync(call, caller, role, cancellationToken));
    }

    /// <summary>Makes a call and carries it through user-interactive authentication: always first without <c>auth</c>, then stage by stage.</summary>
    /// <param name="call">The call; what it has as <c>auth</c> joins the answer to each stage.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="owner">Whose credentials are given; null where nobody's are, as in a registration.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The last exchange.</returns>
    /// <exception cref="ViolationException">The server refused a stage that was answered rightly.</exception>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here.</exception>
    public Task<Exchange> CallAndAuthenticateAsync(OperationCall call, Caller caller, Actor? owner, ExchangeRole role, CancellationToken cancellationToken) =>
        Run.Uia.RunAsync(
            call, (request, token) => CallAsync(Joined(request, call.Auth as JsonObject), caller, role, token), Stages(owner, role), cancellationToken);

    /// <summary>Completes what is left of the challenge in <see cref="Uia"/>, stage by stage.</summary>
    /// <param name="caller">Who makes the calls.</param>
    /// <param name="owner">Whose credentials are given; null where nobody's are.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The last exchange.</returns>
    /// <exception cref="ViolationException">The server refused a stage that was answered rightly.</exception>
    /// <exception cref="SuiteErrorException">There is no challenge.</exception>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here.</exception>
    public Task<Exchange> CompleteChallengeAsync(Caller caller, Actor? owner, ExchangeRole role, CancellationToken cancellationToken)
    {
        var attempt = Challenged();
        return Run.Uia.ContinueAsync(
            attempt.Call, attempt.Latest with { Session = attempt.Session }, (request, token) => CallAsync(request, caller, role, token), Stages(owner, role), cancellationToken);
    }

    /// <summary>Makes a call once for each flow that the server offers and the suite can complete, and completes just that flow. Each registration gets a user name of its own.</summary>
    /// <param name="call">The call, without <c>auth</c>.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="owner">Whose credentials are given; null where nobody's are.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The last exchange of each flow.</returns>
    /// <exception cref="ViolationException">The server refused a stage that was answered rightly.</exception>
    /// <exception cref="UnmetNeedException">No flow offered can be completed here.</exception>
    public Task<IReadOnlyList<Exchange>> CompleteEachFlowAsync(OperationCall call, Caller caller, Actor? owner, ExchangeRole role, CancellationToken cancellationToken)
    {
        // A user name registered in one flow is taken in the next.
        var own = call;
        return Run.Uia.RunEachFlowAsync(
            call,
            (request, token) =>
            {
                own = request.Auth is null ? _setUp.WithOwnUser(request) : own with { Auth = request.Auth };
                return CallAsync(own, caller, role, token);
            },
            Stages(owner, role),
            cancellationToken);
    }

    /// <summary>Sends the call in <see cref="Uia"/> again with an <c>auth</c> object; the session is put in where the object has none.</summary>
    /// <param name="auth">The object; an empty one asks how far the session is. A member <c>session</c> that is null keeps the session out.</param>
    /// <param name="caller">Who makes it; mostly the one who made the call.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SuiteErrorException">There is no challenge to answer.</exception>
    public Task<Exchange> AnswerChallengeAsync(JsonObject auth, Caller caller, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(auth);
        var attempt = Challenged();
        var answer = (JsonObject)auth.DeepClone();
        if (!answer.TryGetPropertyValue("session", out var session))
            answer["session"] = attempt.Session;
        else if (session is null)
            answer.Remove("session");
        if (answer["session"] is null)
            answer.Remove("session");
        return CallAsync(attempt.Call with { Auth = answer }, caller, role, cancellationToken);
    }

    /// <summary>Completes a stage of the challenge in <see cref="Uia"/> on the server's own page.</summary>
    /// <param name="stage">The type of the stage.</param>
    /// <param name="fields">What to fill in, by the names of the form's fields; <c>token</c> and <c>password</c> find their fields by kind too.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SuiteErrorException">There is no challenge with a session.</exception>
    public Task<WalkResult> CompleteOnFallbackPageAsync(string stage, IReadOnlyDictionary<string, string> fields, ExchangeRole role, CancellationToken cancellationToken)
    {
        var session = Uia?.Session ?? throw new SuiteErrorException("the fallback page needs the session of a UIA challenge and there is none; call the operation first.");
        var walk = new PageWalk((call, token) => CallAsync(call, Caller.Anonymous, role, token), Run.Target.BaseUrl, Run.Target.Companions);
        return walk.WalkStageAsync(stage, session, fields, cancellationToken);
    }

    /// <summary>Logs an actor in on a page of the homeserver ("Login Fallback" of the client-server API). What the page hands to the client becomes the JSON of <see cref="Last"/>.</summary>
    /// <param name="actor">The actor, with an account.</param>
    /// <param name="pathAndQuery">The page, below the base URL.</param>
    /// <param name="role">Why it is done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SuiteErrorException">The actor has no account.</exception>
    public async Task<WalkResult> LogInOnPageAsync(Actor actor, string pathAndQuery, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var account = actor.Account ?? throw new SuiteErrorException($"{actor.Name} has no account to log in to; register first.");
        var walk = new PageWalk((call, token) => CallAsync(call, Caller.Anonymous, role, token), Run.Target.BaseUrl, Run.Target.Companions);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["user"] = account.UserId, ["username"] = account.UserId, ["password"] = account.Password };
        var result = await walk.WalkAsync(PercentEncoding.Join(Run.Target.BaseUrl, pathAndQuery), new WalkPlan { Fields = fields }, cancellationToken);
        if (result.LoginAnswer is { } answer && _last is { Response: { } page } last)
        {
            _last = last with { Response = page with { Json = answer } };
            Run.Redactor.Learn(_last.Response);
        }

        return result;
    }

    /// <summary>Removes what the scenario made. Takes a bounded time and throws nothing: what could not be removed is counted in <see cref="TestRun.CleanUpFailures"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _cleanUp.RunAsync();
    }

    internal CleanUp CleanUp => _cleanUp;

    internal Exchange? LastOrNull => _last;

    private static OperationCall Joined(OperationCall call, JsonObject? extra)
    {
        if (extra is null || call.Auth is not JsonObject auth)
            return call;
        var joined = (JsonObject)auth.DeepClone();
        foreach (var (name, value) in extra)
            joined.TryAdd(name, value?.DeepClone());
        return call with { Auth = joined };
    }

    private UiaAttempt Challenged() =>
        Uia ?? throw new SuiteErrorException("the scenario answers a UIA challenge and there has been none; call the operation first.");

    private void RateLimited(Exchange exchange) => Run.Responses.Add(Run.Judge.Examine(exchange), Run.Target.SpecVersion);

    /// <summary>Notes the call under way. Clean-up leaves it alone: a call that the scenario was given up in stays the reason.</summary>
    private void Begin(string? call, ExchangeRole role)
    {
        if (role != ExchangeRole.CleanUp)
            Record.CallUnderWay = call;
    }

    private Exchange Keep(Exchange exchange)
    {
        Begin(null, exchange.Role);
        exchange = Run.Judge.Examine(exchange);
        Run.Responses.Add(exchange, Run.Target.SpecVersion);
        Record.Add(exchange);
        if (exchange.Role == ExchangeRole.Subject)
            _last = exchange;
        return exchange;
    }

    private void Follow(OperationCall call, Caller caller, Exchange exchange)
    {
        var challenge = UiaChallenge.Read(exchange.Response);
        if (call.Auth is not null && Uia is { } attempt && attempt.Call.Operation.Id == call.Operation.Id)
        {
            if (challenge is not null)
                Uia = attempt with { Latest = challenge };
        }
        else if (challenge is not null)
        {
            Uia = new UiaAttempt { Call = call with { Auth = null }, Caller = caller, First = challenge, Latest = challenge };
        }
    }
}
