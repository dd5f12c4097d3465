using System.Text.Json.Nodes;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.UserInteractive;
using Conformance.Spec;

namespace Conformance.Homeservers.Discovery;

/// <summary>What the answers of <c>POST /register</c> tell: whether and how accounts can be made, and whether guests are let in.</summary>
internal sealed class RegistrationSurvey(MatrixClient client, Specification specification, UrlHomeserverOptions options, Target target, Redactor redactor)
{
    private readonly UiaDriver _driver = new(UiaDriver.StandardSolvers);

    /// <summary>Whether the suite can register accounts of its own; set by <see cref="AddOffersAsync"/>.</summary>
    public bool CanRegister { get; private set; }

    /// <exception cref="TargetException">Accounts can be neither made nor had.</exception>
    public async Task AddOffersAsync(ISet<string> offers, CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = specification.GetOperation("register") };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        if (UiaChallenge.Read(exchange.Response) is { } challenge)
            AddFlows(offers, challenge);
        else if (exchange.Response is { Status: 200 } made)
            await AddUnchallengedAsync(offers, made, cancellationToken);
        else if (exchange.Response is { Status: 403 or 404 or 405 })
            offers.Add("closed-registration");
        if (!CanRegister && options.Accounts.Count == 0 && options.AccountMaker is null)
            throw new TargetException(Refusal(exchange));
        if (!offers.Contains("closed-registration") && await TakesGuestsAsync(cancellationToken))
            offers.Add("guest");
    }

    // Against the specification, but no reason not to look at the rest of the server.
    private async Task AddUnchallengedAsync(ISet<string> offers, RecordedResponse made, CancellationToken cancellationToken)
    {
        CanRegister = true;
        offers.Add("open-registration");
        await EndSessionAsync(made, cancellationToken);
    }

    private void AddFlows(ISet<string> offers, UiaChallenge challenge)
    {
        var context = new StageContext(null, target);
        CanRegister = _driver.Choose(challenge, context) is not null;
        if (CanRegister)
            offers.Add("open-registration");
        var stages = challenge.Flows.SelectMany(flow => flow).ToHashSet(StringComparer.Ordinal);
        if (stages.Contains("m.login.registration_token") && options.RegistrationToken is not null)
            offers.Add("registration-token");
        if (stages.Contains("m.login.terms"))
            offers.Add("terms-config");
        if (stages.Contains("m.login.email.identity"))
            offers.Add("email-uia");
        if (stages.Contains("m.login.msisdn"))
            offers.Add("sms-uia");
        if (challenge.Flows.Any(flow => flow.Count > 1 && _driver.Choose(challenge with { Flows = [flow] }, context) is not null))
            offers.Add("uia-multi-stage");
    }

    private string Refusal(Exchange exchange)
    {
        var tried = $"POST {redactor.Url(exchange.Request.Url)}";
        return UiaChallenge.Read(exchange.Response) is { } challenge
            ? $"{tried} asks for {challenge.DescribeFlows()}, which the suite cannot complete; give a registration token with --registration-token, ready accounts with --accounts, or open the registration."
            : $"{tried} answers {redactor.Text(exchange.Outcome)}: registration is closed and no accounts are given; open the registration, or give ready accounts with --accounts.";
    }

    /// <summary>One guest account is made to find out; its session is ended at once.</summary>
    private async Task<bool> TakesGuestsAsync(CancellationToken cancellationToken)
    {
        var call = new OperationCall
        {
            Operation = specification.GetOperation("register"),
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
            await client.SendAsync(new OperationCall { Operation = specification.GetOperation("logout") }, new Caller("survey", token), ExchangeRole.CleanUp, cancellationToken);
    }
}
