using System.Text.Json;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>What <c>GET /login</c> and the OAuth metadata tell.</summary>
internal sealed class LoginSurvey(MatrixClient client, Specification specification)
{
    public async Task<IReadOnlySet<Need>> FindOffersAsync(CancellationToken cancellationToken)
    {
        var offers = new HashSet<Need>();
        var (isLegacy, flows) = await LoginFlowsAsync(cancellationToken);
        if (isLegacy)
            offers.Add(Need.LegacyAuthentication);
        if (flows.Contains(StageType.Password.Name))
            offers.Add(Need.PasswordLogin);
        if (specification.TryGetOperation(Operations.GetAuthMetadata, out var metadata))
        {
            var exchange =
                await client.SendAsync(new OperationCall { Operation = metadata }, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
            if (exchange.Response is { Status: 200, Json: { ValueKind: JsonValueKind.Object } body }
                && body.TryGetProperty("issuer", out _))
                offers.Add(isLegacy ? Need.OAuth : Need.OAuthOnly);
        }

        if (offers.Contains(Need.OAuthOnly))
            offers.Add(Need.OAuth);
        return offers;
    }

    // Whoever answers at all has the legacy API: an answer that is not as documented is for the scenarios to find, not to be skipped.
    private async Task<(bool IsLegacy, IReadOnlySet<string> Types)> LoginFlowsAsync(CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = specification.GetOperation(Operations.GetLoginFlows) };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        var types = new HashSet<string>(StringComparer.Ordinal);
        if (exchange.Response is { Status: 200, Json: { ValueKind: JsonValueKind.Object } body }
            && body.TryGetProperty("flows", out var flows) && flows.ValueKind == JsonValueKind.Array)
        {
            foreach (var flow in flows.EnumerateArray())
            {
                if (flow.ValueKind == JsonValueKind.Object && flow.TryGetProperty("type", out var type)
                    && type.ValueKind == JsonValueKind.String)
                    types.Add(type.GetString()!);
            }
        }

        return (exchange.Response is { Status: not (404 or 405) }, types);
    }
}
