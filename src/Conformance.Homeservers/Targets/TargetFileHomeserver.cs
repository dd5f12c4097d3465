using System.Globalization;
using Conformance.Companions;
using Conformance.Homeservers.Accounts;
using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets.Composing;
using Conformance.Homeservers.Targets.Description;
using Conformance.Homeservers.Targets.Launching;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Homeservers.Targets;

/// <summary>A homeserver that a target file describes, in one of its profiles: started in a container or as a process, or at its
/// URL.</summary>
/// <param name="file">The target.</param>
/// <param name="profile">The profile.</param>
/// <param name="options">How it is run.</param>
/// <param name="services">What the target's homeservers share.</param>
internal sealed class TargetFileHomeserver(
    TargetFile file, TargetProfile profile, TargetFileOptions options, TargetServices services) : IHomeserver, IHomeserverLog
{
    private readonly Redactor _redactor = new();
    private ILaunch? _launch;
    private SynapseAdmin? _admin;
    private VariableSet _variables = new(new Dictionary<string, string>());

    /// <inheritdoc/>
    public async Task<Target> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var companions = UsesCompanions() ? await services.CompanionsAsync(cancellationToken) : null;
            var baseUrl = file.Url ?? await LaunchAsync(companions, cancellationToken);
            var survey = await SurveyAsync(baseUrl, companions?.Set ?? CompanionSet.None, cancellationToken);
            await using var server = new UrlHomeserver(baseUrl, survey);
            return await server.StartAsync(cancellationToken);
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
    public async ValueTask DisposeAsync()
    {
        _admin?.Dispose();
        if (_launch is not null)
            await _launch.DisposeAsync();
    }

    private bool UsesCompanions() =>
        profile.Templates.SelectMany(Template.Variables)
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
        var plan = Plan(hostPort, serverPort);
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
            Entrypoint = file.Entrypoint is null ? null : [.. file.Entrypoint.Select(Render)],
            Command = [.. (services.InContainers ? profile.Command : file.Tree!.Command).Select(Render)],
            Environment = environment.ToDictionary(entry => entry.Key, entry => Render(entry.Value), StringComparer.Ordinal),
            Files = profile.Files.ToDictionary(
                entry => AbsolutePath(entry.Key), entry => FileRenderer.Render(entry.Key, entry.Value, _variables), StringComparer.Ordinal),
        };
    }

    private async Task<UrlHomeserverOptions> SurveyAsync(Uri baseUrl, CompanionSet companions, CancellationToken cancellationToken)
    {
        if (profile.SynapseSharedSecret is { } secret)
            _admin = new SynapseAdmin(baseUrl, Render(secret), options.RequestTimeout);
        var token = options.RegistrationToken
            ?? (profile.MakesRegistrationToken ? await _admin!.MakeRegistrationTokenAsync(
                cancellationToken) : profile.RegistrationToken is { } template ? Render(template) : null);
        return new UrlHomeserverOptions
        {
            Specification = options.Specification,
            Name = file.Name,
            SpecVersion = options.SpecVersion ?? file.SpecVersion,
            RegistrationToken = token,
            ApplicationServiceToken = profile.ApplicationService is { } service ? Render(service.Token) : null,
            ApplicationServiceUserPrefix = profile.ApplicationService?.UserPrefix,
            ApplicationServiceSharedPrefix = profile.ApplicationService?.SharedPrefix,
            Accounts = options.Accounts.Count > 0 ? options.Accounts : profile.Accounts.Ready,
            AccountMaker = profile.Accounts.Way == AccountWay.SynapseAdmin && options.Accounts.Count == 0 ? _admin : null,
            IsThrownAway = _launch is not null && !options.KeepContainers,
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
