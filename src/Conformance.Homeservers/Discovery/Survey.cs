using System.Text.Json;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>Finds out whether a URL is a homeserver, which version to test, and what it offers.</summary>
/// <param name="client">Sends requests that any server answers at once. It waits no longer for an answer than a user waits for the first
/// output of a run.</param>
/// <param name="patient">Sends requests that may take long, such as a registration.</param>
/// <param name="specification">The operations.</param>
/// <param name="options">What the user says about the server.</param>
/// <param name="baseUrl">Its URL.</param>
/// <param name="redactor">Keeps secrets out of messages.</param>
internal sealed class Survey(
    MatrixClient client, MatrixClient patient, Specification specification, UrlHomeserverOptions options, Uri baseUrl, Redactor redactor)
{
    public async Task<Target> RunAsync(CancellationToken cancellationToken)
    {
        redactor.Learn(options.RegistrationToken, SecretKind.RegistrationToken);
        redactor.Learn(options.ApplicationServiceToken, SecretKind.ServiceToken);
        foreach (var account in options.Accounts)
            redactor.Learn(account.Password, SecretKind.Password);
        var versions = await VersionsAsync(cancellationToken);
        IReadOnlyList<string> claimed = [.. versions.Json!.Value.Items("versions")!.Select(version => version.Text()!)];
        var target = new Target
        {
            Name = options.Name ?? baseUrl.OriginalString,
            BaseUrl = baseUrl,
            ClaimedVersions = claimed,
            SpecVersion = VersionUnderTest(claimed),
            Offers = new HashSet<Need>(),
            RegistrationToken = options.RegistrationToken,
            SingleUseTokens = options.SingleUseTokens,
            ApplicationServiceToken = options.ApplicationServiceToken,
            ApplicationServiceUserPrefix = options.ApplicationServiceUserPrefix ?? string.Empty,
            ApplicationServiceSharedPrefix = options.ApplicationServiceSharedPrefix,
            ApplicationServiceSender = options.ApplicationServiceSender,
            IsThrownAway = options.IsThrownAway,
            Companions = options.Companions,
        };

        // Side by side: several calls without an answer take no longer than one. Each has its own list of answers.
        var (ofLogin, ofRegistration) = (new Answers(redactor), new Answers(redactor));
        var registration = new RegistrationSurvey(client, specification, options, target, redactor);
        var version = ServerVersionAsync(versions, cancellationToken);
        await Task.WhenAll(
            version,
            new LoginSurvey(client, specification).AddOffersAsync(ofLogin, cancellationToken),
            registration.AddOffersAsync(ofRegistration, cancellationToken));
        var answers = new Answers(redactor);
        answers.Add(ofLogin);
        answers.Add(ofRegistration);

        // An account without a login with its password is of no use. If nothing is known of that login, the suite tries it.
        var usable = answers.Offers.Contains(Need.PasswordLogin) || answers.Unknown.ContainsKey(Need.PasswordLogin)
            ? options
            : options with { Accounts = [], AccountMaker = null };
        target = target with
        {
            Version = await version,
            ReadyAccounts = usable.Accounts,
            AccountMaker = usable.AccountMaker,
            MissingAccounts = registration.CanRegister || HasAccounts(usable) ? null : Missing(answers, registration),
        };
        if (target.MissingAccounts is null)
            await new SessionSurvey(client, patient, specification, usable, target, redactor).AddOffersAsync(answers, cancellationToken);
        if (options is { ApplicationServiceToken: not null, ApplicationServiceUserPrefix: not null })
        {
            answers.Add(Need.ApplicationService);
            if (target.SpecVersion >= new SpecVersion(1, 17))
                answers.Add(Need.ApplicationServiceDevices);
        }

        var untrue = answers.Untrue(options.AdditionalOffers);
        answers.Add(options.AdditionalOffers.Where(need => !untrue.ContainsKey(need)));
        return target with { Offers = answers.Offers, Unknown = answers.Unknown, UntrueOffers = untrue, SwitchedOff = answers.SwitchedOff };
    }

    private static bool HasAccounts(UrlHomeserverOptions options) => options.Accounts.Count > 0 || options.AccountMaker is not null;

    // A server with closed registration may still have single sign-on, and operations that need no account. If the server's answer says
    // nothing, the run does not go on with half of the scenarios.
    private MissingAccounts Missing(Answers answers, RegistrationSurvey registration)
    {
        const string Consequence = "; scenarios that need an account are skipped";
        if (HasAccounts(options))
            return new MissingAccounts(
                Need.PasswordLogin,
                new Problem($"{baseUrl.OriginalString} does not offer login with a password")
                {
                    Why = $"the accounts given cannot be used{Consequence}",
                    NextStep = $"enable {StageType.Password}, if they are to be used.",
                });
        var problem = registration.Problem!;
        return registration.Refusal is RegistrationRefusal.Closed
            || (registration.Refusal is RegistrationRefusal.BeyondTheSuite
                && !answers.Offers.Contains(Need.PasswordLogin) && !answers.Unknown.ContainsKey(Need.PasswordLogin))
                ? new MissingAccounts(
                    Need.OpenRegistration, problem with { Why = $"{problem.Why ?? "no accounts can be registered"}{Consequence}" })
                : throw new TargetException(problem);
    }

    private async Task<RecordedResponse> VersionsAsync(CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = specification.GetOperation(Operations.GetVersions) };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        var tried = $"GET {redactor.Url(exchange.Request.Url)}";
        if (exchange.Response is not { } response)
            throw new TargetException(new Problem($"{tried} got no answer")
            {
                Why = exchange.TransportFailure?.TrimEnd('.'),
                NextStep = Remedy(exchange.TransportFailure),
            });
        if (response.Status is >= 300 and < 400 && response.Header("Location") is { } location)
            throw new TargetException(
                $"{tried} is redirected to {redactor.Text(location)}",
                "give the URL at which the server itself answers.");
        if (response is { Status: 200, Json: { } body } && body.Items("versions") is { } versions
            && versions.All(version => version.ValueKind == JsonValueKind.String))
            return response;

        throw new TargetException(
            $"{tried} answers {Describe(response)}, which is not a homeserver's list of versions",
            "give the base URL of a Matrix homeserver's client-server API.");
    }

    private static string Describe(RecordedResponse response)
    {
        var type = response.Header("Content-Type")?.Split(';')[0].Trim();
        var kind = response.Json is not null ? "JSON without a list \"versions\"" : response.Body.IsEmpty ? "an empty body" : type is null ? "no JSON" : $"no JSON but {type}";
        return response.Status == 200
            ? $"200 with {kind}"
            : $"{response.Status}{(response.ErrorCode is { } code ? $" {code}" : "")} with {kind}";
    }

    private static string Remedy(string? failure) => failure?.Contains("TLS", StringComparison.Ordinal) == true
        ? "give the authority's certificate with --ca, or accept any with --insecure."
        : "start the server, or check the URL.";

    private SpecVersion VersionUnderTest(IReadOnlyList<string> claimed)
    {
        if (options.SpecVersion is { } asked)
            return asked;
        var newest = specification.Version;
        var modern = claimed.Select(text => (IsVersion: SpecVersion.TryParse(text, out var version), Version: version))
            .Where(entry => entry.IsVersion && entry.Version <= newest)
            .Select(entry => entry.Version)
            .ToList();
        return modern.Count > 0
            ? modern.Max()
            : throw new TargetException(
                $"{baseUrl.OriginalString} claims {(claimed.Count == 0 ? "no version of the specification" : $"the versions {Few(claimed)}")}, none of which the suite has (up to {newest})",
                "say which one to test with --spec-version.");
    }

    // A message is one line, whatever a server claims.
    private static string Few(IReadOnlyList<string> claimed)
    {
        const int Shown = 10;
        const int Longest = 40;
        var few = string.Join(", ", claimed.Take(Shown).Select(version => version.Length <= Longest ? version : $"{version[..Longest]}..."));
        return claimed.Count <= Shown ? few : $"{few} and {claimed.Count - Shown} more";
    }

    // What the file says counts first, then what the server tells everybody, then what it tells other servers.
    private async Task<string?> ServerVersionAsync(RecordedResponse versions, CancellationToken cancellationToken)
    {
        if (options.Version is not null)
            return options.Version;
        if (options.VersionHeader is { } header && versions.Header(header)?.Trim() is { Length: > 0 } told)
            return ServerVersion.Of(options.Name, told);
        if (NameAndVersion(versions) is { } claimed)
            return claimed;
        var call = new RawCall { Method = "GET", PathAndQuery = "/_matrix/federation/v1/version" };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        return exchange.Response is { Status: 200 } response ? NameAndVersion(response) : null;
    }

    private static string? NameAndVersion(RecordedResponse response) =>
        response.Json?.Member("server") is { } server
        && $"{server.Text("name")?.Trim()} {server.Text("version")?.Trim()}".Trim() is { Length: > 0 } text
            ? text
            : null;
}
