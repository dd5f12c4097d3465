using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>What <c>GET /login</c> and the OAuth metadata say.</summary>
internal sealed class LoginSurvey(MatrixClient client, Specification specification)
{
    public async Task AddOffersAsync(Answers answers, CancellationToken cancellationToken)
    {
        // Both at once, so that two questions without an answer take no longer than one.
        var asksMetadata = specification.TryGetOperation(Operations.GetAuthMetadata, out _);
        string[] operations = asksMetadata ? [Operations.GetLoginFlows, Operations.GetAuthMetadata] : [Operations.GetLoginFlows];
        var asked = await Task.WhenAll(operations.Select(operationId => AskAsync(operationId, cancellationToken)));
        var login = asked[0];

        // A server that answers at all has the legacy API: the scenarios must find a faulty answer, not be skipped because of it.
        var isLegacy = login.Response is { Status: not (404 or 405) };
        if (isLegacy)
            answers.Add(Need.LegacyAuthentication);
        else if (login.Response is { } refusal)
            answers.Deny(login, $"answers {refusal.Status}", Need.LegacyAuthentication, Need.PasswordLogin, Need.SsoProvider);
        if (Answers.Failed(login) && !isLegacy)
            answers.DoNotKnow(login, Need.LegacyAuthentication);
        if (Types(login) is { } types)
            AddFlows(login, types, answers);
        else
            NoteNoFlows(login, answers);
        if (asksMetadata)
            AddOAuth(answers, isLegacy, asked[1]);
    }

    private static void AddFlows(Exchange login, HashSet<string> types, Answers answers)
    {
        if (types.Contains(StageType.Password.Name))
            answers.Add(Need.PasswordLogin);
        else
            answers.Deny(login, $"does not list {StageType.Password.Name}", Need.PasswordLogin);
        if (!types.Contains(StageType.Sso.Name))
            answers.Deny(login, $"does not list {StageType.Sso.Name}", Need.SsoProvider);
    }

    // A server without the legacy API says so by 404 or 405; any other answer than a list of flows is no answer.
    private static void NoteNoFlows(Exchange login, Answers answers)
    {
        if (login.Response is not { Status: 404 or 405 })
            answers.DoNotKnow(login, Need.PasswordLogin);
    }

    private static void AddOAuth(Answers answers, bool isLegacy, Exchange metadata)
    {
        if (metadata.Response is { Status: 200, Json: { } body } && body.Has("issuer"))
            answers.Add(isLegacy ? [Need.OAuth] : [Need.OAuth, Need.OAuthOnly]);
        else if (!Answers.Failed(metadata))
            answers.Deny(metadata, $"answers {metadata.Response!.Status} without an issuer", Need.OAuth, Need.OAuthOnly);
        else
            answers.DoNotKnow(metadata, isLegacy ? [Need.OAuth] : [Need.OAuth, Need.OAuthOnly]);
    }

    private Task<Exchange> AskAsync(string operationId, CancellationToken cancellationToken) => client.SendAsync(
        new OperationCall { Operation = specification.GetOperation(operationId) }, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);

    // Null where the answer has no list of flows.
    private static HashSet<string>? Types(Exchange exchange) =>
        exchange.Response is { Status: 200, Json: { } body } && body.Items("flows") is { } flows
            ? flows.Select(flow => flow.Text("type")).OfType<string>().ToHashSet(StringComparer.Ordinal)
            : null;
}
