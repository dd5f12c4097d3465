using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>What <c>GET /login</c> and the OAuth metadata tell.</summary>
internal sealed class LoginSurvey(MatrixClient client, Specification specification)
{
    public async Task AddOffersAsync(ISet<Need> offers, CancellationToken cancellationToken)
    {
        var (isLegacy, flows) = await LoginFlowsAsync(cancellationToken);
        if (isLegacy)
            offers.Add(Need.LegacyAuthentication);
        if (flows.Contains(StageType.Password.Name))
            offers.Add(Need.PasswordLogin);
        if (specification.TryGetOperation(Operations.GetAuthMetadata, out var metadata))
        {
            var exchange =
                await client.SendAsync(new OperationCall { Operation = metadata }, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
            if (exchange.Response is { Status: 200, Json: { } body } && body.Has("issuer"))
                offers.Add(isLegacy ? Need.OAuth : Need.OAuthOnly);
        }

        if (offers.Contains(Need.OAuthOnly))
            offers.Add(Need.OAuth);
    }

    // Whoever answers at all has the legacy API: an answer that is not as documented is for the scenarios to find, not to be skipped.
    private async Task<(bool IsLegacy, IReadOnlySet<string> Types)> LoginFlowsAsync(CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = specification.GetOperation(Operations.GetLoginFlows) };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        var types = new HashSet<string>(StringComparer.Ordinal);
        if (exchange.Response is { Status: 200, Json: { } body })
            types.UnionWith((body.Items("flows") ?? []).Select(flow => flow.Text("type")).OfType<string>());

        return (exchange.Response is { Status: not (404 or 405) }, types);
    }
}
