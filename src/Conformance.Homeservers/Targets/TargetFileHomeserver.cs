using System.Globalization;
using Conformance.Companions;
using Conformance.Homeservers.ApplicationServices;
using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets.Administration;
using Conformance.Homeservers.Targets.Composing;
using Conformance.Homeservers.Targets.Description;
using Conformance.Homeservers.Targets.Launching;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Targets;

/// <summary>A homeserver that a target file describes, in one of its profiles: started in a container or as a process, or at its
/// URL.</summary>
/// <param name="file">The target.</param>
/// <param name="profile">The profile.</param>
/// <param name="options">How it is run.</param>
/// <param name="services">What the target's homeservers share.</param>
internal sealed class TargetFileHomeserver(
    TargetFile file, TargetProfile profile, TargetFileOptions options, TargetServices services) : IHomeserver, IHomeserverLog,
        IKeptHomeserver
{
    private readonly Redactor _redactor = new();
    private ILaunch? _launch;
    private Administrator? _administrator;
    private LaunchPlan? _plan;
    private bool _isReady;
    private VariableSet _variables = new(new Dictionary<string, string>());

    /// <inheritdoc/>
    public async Task<Target> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var companions = options.Companions is { } standing ? await standing.StartAsync(cancellationToken)
                : UsesCompanions() ? await services.CompanionsAsync(cancellationToken) : null;
            var baseUrl = file.Url ?? await LaunchAsync(companions, cancellationToken);
            if (_launch is null && companions is not null)
                _variables = new VariableSet(companions.Variables);
            await AdministerAsync(baseUrl, cancellationToken);
            var survey = await SurveyAsync(companions?.Set ?? CompanionSet.None, cancellationToken);
            if (options.Companions is not null)
                survey = await options.Companions.AddToAsync(survey, cancellationToken);
            await using var server = new UrlHomeserver(baseUrl, survey);
            var target = await server.StartAsync(cancellationToken);
            _isReady = true;
            return target;
        }
        catch (NotCheckedException exception)
        {
            throw new TargetException(new Problem(exception.Message), exception);
        }
        catch (ConformanceException exception) when (exception is SuiteErrorException or ContainerException)
        {
            throw new TargetException(exception);
        }
    }

    /// <inheritdoc/>
    public async Task<string> LogsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _launch is null ? "" : _redactor.Text(await _launch.LogsAsync(int.MaxValue, cancellationToken));
        }
        catch (ContainerException exception)
        {
            return exception.Message;
        }
    }

    /// <inheritdoc/>
    public async Task<KeptHomeserver?> KeptAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _launch is null ? null : await _launch.KeptAsync(cancellationToken);
        }
        catch (ContainerException)
        {
            // Nobody knows whether it is still there.
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _administrator?.Dispose();
        if (_launch is null)
            return;
        if (!_isReady)
            _launch.Abandon();
        await _launch.DisposeAsync();
    }

    private bool RegistersService =>
        profile.ApplicationService is not null
        && profile.Administrator?.Actions.ContainsKey(AdministratorAction.RegisterApplicationService) == true;

    private bool UsesCompanions() =>
        RegistersService
        || profile.Templates.SelectMany(Template.Variables)
            .Any(variable => VariableNames.OfCompanions.Contains(variable.Name, StringComparer.Ordinal));

    private async Task<Uri> LaunchAsync(CompanionServers? companions, CancellationToken cancellationToken)
    {
        _launch = await services.LaunchAsync(cancellationToken);
        var hostPort = PublishedPort.FindFree();
        var serverPort = services.InContainers ? file.Port ?? hostPort : hostPort;
        var baseUrl = new Uri(FormattableString.Invariant($"http://127.0.0.1:{hostPort}"));
        var values = new Dictionary<string, string>(companions?.Variables ?? new Dictionary<string, string>(), StringComparer.Ordinal)
        {
            [VariableNames.Port] = serverPort.ToString(CultureInfo.InvariantCulture),
            [VariableNames.BaseUrl] = baseUrl.GetLeftPart(UriPartial.Authority),
            [VariableNames.ServerName] = file.ServerName,
        };
        if ((options.TreeFolder ?? file.Tree?.Folder) is { } tree)
            values[VariableNames.Tree] = Path.GetFullPath(tree);
        foreach (var (name, value) in _launch.Variables)
            values[name] = value;
        _variables = new VariableSet(values);
        var plan = _plan = Plan(hostPort, serverPort);
        foreach (var secret in _variables.Secrets)
            _redactor.Learn(secret, SecretKind.Secret);
        await _launch.StartAsync(plan, cancellationToken);
        await new ServerReadiness
        {
            Name = $"The profile {profile.Name} of {file.Name}",
            BaseUrl = baseUrl,
            Deadline = file.ReadyWithin,
            IsRunning = _launch.IsRunningAsync,
            Logs = _launch.LogsAsync,
            Redactor = _redactor,
        }.WaitAsync(cancellationToken);
        return baseUrl;
    }

    private LaunchPlan Plan(int hostPort, int serverPort)
    {
        var environment = new Dictionary<string, string>(profile.Environment, StringComparer.Ordinal);
        if (!services.InContainers)
        {
            foreach (var (name, value) in file.Tree!.Environment)
                environment[name] = value;
        }

        return new LaunchPlan
        {
            Name = $"{file.Name}-{profile.Name}",
            HostPort = hostPort,
            ServerPort = serverPort,
            Entrypoint = (services.InContainers ? file.Entrypoint : file.Tree!.Command)?.Select(Render).ToList(),
            Command = [.. profile.Command.Select(Render)],
            Environment = environment.ToDictionary(entry => entry.Key, entry => Render(entry.Value), StringComparer.Ordinal),
            Files = profile.Files.ToDictionary(
                entry => AbsolutePath(entry.Key), entry => FileRenderer.Render(entry.Key, entry.Value, _variables), StringComparer.Ordinal),
        };
    }

    // What has to be done on the server before it can be tested.
    private async Task AdministerAsync(Uri baseUrl, CancellationToken cancellationToken)
    {
        if (profile.Administrator is not { } settings)
            return;
        var specification = options.Specification ?? Specification.LoadEmbedded(Specification.Embedded.Max());
        var way = new MatrixClientOptions
        {
            BaseUrl = baseUrl,
            RequestTimeout = options.RequestTimeout,
            Insecure = options.Insecure,
            CaFile = options.CaFile,
        };
        var known = _variables.With(new Dictionary<string, string> { [VariableNames.ServerName] = file.ServerName });
        _administrator = new Administrator(settings, known, specification, way, _redactor);
        if (!RegistersService)
            return;
        var service = profile.ApplicationService!;
        var registration = new RegistrationFile
        {
            Url = _variables["appservice.url"],
            ApplicationServiceToken = Render(service.Token),
            HomeserverToken = _variables["appservice.hs-token"],
            UserPrefix = service.UserPrefix,
            SharedPrefix = service.SharedPrefix,
            SenderLocalpart = SenderOf(service),
        };
        await _administrator.RegisterApplicationServiceAsync(registration.ToYaml(), cancellationToken);
    }

    private static string SenderOf(ApplicationServiceSettings service) =>
        service.SenderLocalpart ?? RegistrationFile.DefaultSender(service.UserPrefix);

    // Null where the file does not say how to learn it, or it is to be learnt from an answer.
    private async Task<string?> VersionAsync(CancellationToken cancellationToken)
    {
        if (_launch is null || _plan is null)
            return null;
        if (file.Version?.Command is { } command)
        {
            var plan = _plan with { Command = [.. command.Select(Render)] };
            return await _launch.OutputAsync(plan, cancellationToken) is { } output ? Told(output) : null;
        }

        return file.Version?.Log?.Match(await _launch.LogsAsync(int.MaxValue, cancellationToken)) is { Success: true } found
            ? Told(found.Groups[1].Value)
            : null;

        string? Told(string text) => ServerVersion.Of(file.Name, _redactor.Text(text));
    }

    private async Task<UrlHomeserverOptions> SurveyAsync(CompanionSet companions, CancellationToken cancellationToken)
    {
        var token = options.RegistrationToken
            ?? (profile.MakesRegistrationToken && _administrator is not null
                ? await _administrator.MakeRegistrationTokenAsync(cancellationToken)
                : profile.RegistrationToken is { } template ? Render(template) : null);
        return new UrlHomeserverOptions
        {
            Specification = options.Specification,
            Name = file.Name,
            Version = await VersionAsync(cancellationToken),
            VersionHeader = file.Version?.Header,
            SpecVersion = options.SpecVersion ?? file.SpecVersion,
            RegistrationToken = token,
            SingleUseTokens = profile.Administrator?.Actions.ContainsKey(AdministratorAction.SingleUseToken) == true
                ? _administrator
                : null,
            ApplicationServiceToken = profile.ApplicationService is { } service ? Render(service.Token) : null,
            ApplicationServiceUserPrefix = profile.ApplicationService?.UserPrefix,
            ApplicationServiceSharedPrefix = profile.ApplicationService?.SharedPrefix,
            ApplicationServiceSender = RegistersService
                ? SenderOf(profile.ApplicationService!)
                : profile.ApplicationService?.SenderLocalpart,
            Accounts = options.Accounts.Count > 0 ? options.Accounts : profile.Accounts.Ready,
            AccountMaker = profile.Accounts.Way == AccountWay.Administrator && options.Accounts.Count == 0
                ? _administrator
                : null,
            IsThrownAway = _launch is not null,
            AdditionalOffers = profile.Offers?.ToList() ?? [],
            Companions = companions,
            Insecure = options.Insecure,
            CaFile = options.CaFile,
            RequestTimeout = options.RequestTimeout,
            Seed = options.Seed,
        };
    }

    private string Render(string template) => Template.Render(template, _variables);

    private string AbsolutePath(string path) =>
        path.StartsWith('/') && services.InContainers ? path : $"{_variables[VariableNames.Data]}/{path.TrimStart('/')}";
}
