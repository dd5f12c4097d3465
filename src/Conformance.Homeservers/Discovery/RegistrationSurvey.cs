using System.Text.Json.Nodes;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>What the answers of <c>POST /register</c> say: whether and how accounts can be made, and whether guests are allowed.</summary>
internal sealed class RegistrationSurvey(
    MatrixClient client, Specification specification, UrlHomeserverOptions options, Target target, Redactor redactor)
{
    private readonly UiaDriver _driver = new(UiaDriver.StandardSolvers);

    /// <summary>Whether the suite can register accounts of its own; set by <see cref="AddOffersAsync"/>.</summary>
    public bool CanRegister { get; private set; }

    /// <exception cref="TargetException">Accounts can be neither made nor had.</exception>
    public async Task AddOffersAsync(ISet<Need> offers, CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = specification.GetOperation(Operations.Register) };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        if (UiaChallenge.Read(exchange.Response) is { } challenge)
            AddFlows(offers, challenge);
        else if (exchange.Response is { Status: 200 } made)
            await AddUnchallengedAsync(offers, made, cancellationToken);
        else if (exchange.Response is { Status: 403 or 404 or 405 })
            offers.Add(Need.ClosedRegistration);
        if (!CanRegister && options.Accounts.Count == 0 && options.AccountMaker is null)
            throw new TargetException(Refusal(exchange));
        if (!offers.Contains(Need.ClosedRegistration) && await TakesGuestsAsync(cancellationToken))
            offers.Add(Need.GuestAccess);
    }

    // Against the specification, but no reason not to look at the rest of the server.
    private async Task AddUnchallengedAsync(ISet<Need> offers, RecordedResponse made, CancellationToken cancellationToken)
    {
        CanRegister = true;
        offers.Add(Need.OpenRegistration);
        await EndSessionAsync(made, cancellationToken);
    }

    private void AddFlows(ISet<Need> offers, UiaChallenge challenge)
    {
        var context = new StageContext(null, target);
        CanRegister = _driver.Choose(challenge, context) is not null;
        if (CanRegister)
            offers.Add(Need.OpenRegistration);
        var stages = challenge.Flows.SelectMany(flow => flow).ToHashSet();
        if (stages.Contains(StageType.RegistrationToken) && options.RegistrationToken is not null)
            offers.Add(Need.RegistrationToken);
        if (stages.Contains(StageType.Terms))
            offers.Add(Need.Terms);
        if (stages.Contains(StageType.EmailIdentity))
            offers.Add(Need.EmailUia);
        if (stages.Contains(StageType.Msisdn))
            offers.Add(Need.SmsUia);
        if (challenge.Flows.Any(flow => flow.Count > 1 && _driver.Choose(challenge with { Flows = [flow] }, context) is not null))
            offers.Add(Need.MultiStageUia);
    }

    private string Refusal(Exchange exchange)
    {
        var tried = $"POST {redactor.Url(exchange.Request.Url)}";
        return UiaChallenge.Read(exchange.Response) is { } challenge
            ? $"{tried} asks for {challenge.DescribeFlows()}, which the suite cannot complete; give a registration token with --registration-token, existing accounts with --accounts, or open registration."
            : $"{tried} answers {redactor.Text(exchange.Outcome)}: registration is closed and no accounts are given; open registration, or give existing accounts with --accounts.";
    }

    /// <summary>One guest account is made to find out; its session is ended at once.</summary>
    private async Task<bool> TakesGuestsAsync(CancellationToken cancellationToken)
    {
        var call = new OperationCall
        {
            Operation = specification.GetOperation(Operations.Register),
            Arguments = new Dictionary<string, JsonNode?> { ["kind"] = "guest" },
        };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        if (exchange.Response is not { Status: 200 } response)
            return false;
        await EndSessionAsync(response, cancellationToken);
        return true;
    }

    private async Task EndSessionAsync(RecordedResponse registered, CancellationToken cancellationToken)
    {
        if (Body.Text(registered, "access_token") is { } token)
            await client.SendAsync(new OperationCall { Operation = specification.GetOperation(Operations.LogOut) },
                new Caller("survey", token), ExchangeRole.CleanUp, cancellationToken);
    }
}
