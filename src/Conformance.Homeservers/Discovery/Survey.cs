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
internal sealed class Survey(MatrixClient client, Specification specification, UrlHomeserverOptions options, Uri baseUrl, Redactor redactor)
{
    public async Task<Target> RunAsync(CancellationToken cancellationToken)
    {
        redactor.Learn(options.RegistrationToken, SecretKind.RegistrationToken);
        redactor.Learn(options.ApplicationServiceToken, SecretKind.AccessToken);
        foreach (var account in options.Accounts)
            redactor.Learn(account.Password, SecretKind.Password);
        var claimed = await ClaimedVersionsAsync(cancellationToken);
        var target = new Target
        {
            Name = options.Name ?? baseUrl.OriginalString,
            BaseUrl = baseUrl,
            ClaimedVersions = claimed,
            SpecVersion = VersionUnderTest(claimed),
            Offers = new HashSet<Need>(),
            RegistrationToken = options.RegistrationToken,
            ApplicationServiceToken = options.ApplicationServiceToken,
            ApplicationServiceUserPrefix = options.ApplicationServiceUserPrefix ?? string.Empty,
            ApplicationServiceSharedPrefix = options.ApplicationServiceSharedPrefix,
            ReadyAccounts = options.Accounts,
            AccountMaker = options.AccountMaker,
            Companions = options.Companions,
            Version = await ServerVersionAsync(cancellationToken),
        };
        var offers = new HashSet<Need>(options.AdditionalOffers);
        await new LoginSurvey(client, specification).AddOffersAsync(offers, cancellationToken);
        var registration = new RegistrationSurvey(client, specification, options, target, redactor);
        await registration.AddOffersAsync(offers, cancellationToken);
        await new SessionSurvey(client, specification, options, target, redactor).AddOffersAsync(offers, cancellationToken);
        if (options is { ApplicationServiceToken: not null, ApplicationServiceUserPrefix: not null })
        {
            offers.Add(Need.ApplicationService);
            if (target.SpecVersion >= new SpecVersion(1, 17))
                offers.Add(Need.ApplicationServiceDevices);
        }

        return target with { Offers = offers };
    }

    private async Task<IReadOnlyList<string>> ClaimedVersionsAsync(CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = specification.GetOperation(Operations.GetVersions) };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        var tried = $"GET {redactor.Url(exchange.Request.Url)}";
        if (exchange.Response is not { } response)
            throw new TargetException($"{tried} got no answer: {exchange.TransportFailure} {Remedy(exchange.TransportFailure)}");
        if (response.Status is >= 300 and < 400 && response.Header("Location") is { } location)
            throw new TargetException(
                $"{tried} is redirected to {redactor.Text(location)}",
                "give the URL that the server itself answers on.");
        if (response is { Status: 200, Json: { } body } && body.Items("versions") is { } versions
            && versions.All(version => version.ValueKind == JsonValueKind.String))
            return [.. versions.Select(version => version.Text()!)];

        throw new TargetException(
            $"{tried} answers {Describe(response)}, which is no homeserver's list of versions",
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
        ? "Give the authority's certificate with --ca, or accept any with --insecure."
        : "Start the server, or check the URL.";

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
                $"{baseUrl.OriginalString} claims {(claimed.Count == 0 ? "no version of the specification" : $"the versions {string.Join(", ", claimed)}")}, none of which the suite has (up to {newest})",
                "say which one to test with --spec-version.");
    }

    private async Task<string?> ServerVersionAsync(CancellationToken cancellationToken)
    {
        var call = new RawCall { Method = "GET", PathAndQuery = "/_matrix/federation/v1/version" };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        if (exchange.Response is not { Status: 200, Json: { } body } || body.Member("server") is not { } server)
            return null;
        return $"{server.Text("name")?.Trim()} {server.Text("version")?.Trim()}".Trim() is { Length: > 0 } text ? text : null;
    }
}
