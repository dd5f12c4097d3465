using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>What the answers of <c>POST /register</c> tell: whether and how accounts can be made, and whether guests are let in.</summary>
internal sealed class RegistrationSurvey(
    MatrixClient client, Specification specification, UrlHomeserverOptions options, Target target, Redactor redactor)
{
    private readonly UiaDriver _driver = new(UiaDriver.StandardSolvers);

    /// <summary>Whether the suite can register accounts of its own; set by <see cref="FindOffersAsync"/>.</summary>
    public bool CanRegister { get; private set; }

    /// <summary>Whether the server said that it takes no registrations, or none that the suite could complete; set by
    /// <see cref="FindOffersAsync"/>.</summary>
    public RegistrationRefusal Refusal { get; private set; }

    /// <summary>What was seen where the suite cannot register accounts; set by <see cref="FindOffersAsync"/>.</summary>
    public Problem? Problem { get; private set; }

    public async Task<IReadOnlySet<Need>> FindOffersAsync(CancellationToken cancellationToken)
    {
        var offers = new HashSet<Need>();
        var call = new OperationCall { Operation = specification.GetOperation(Operations.Register) };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        if (UiaChallenge.Read(exchange.Response) is { } challenge)
            AddFlows(offers, challenge);
        else if (exchange.Response is { Status: 200 } made)
            await AddUnchallengedAsync(offers, made, cancellationToken);
        else if (exchange.Response is { Status: 403 or 404 or 405 })
        {
            offers.Add(Need.ClosedRegistration);
            Refusal = RegistrationRefusal.Closed;
        }

        if (!CanRegister)
            Problem = WhatWasSeen(exchange);

        // Where the first call was not answered, the next would not be either.
        if (Refusal is not RegistrationRefusal.Closed && exchange.Response is not null && await TakesGuestsAsync(cancellationToken))
            offers.Add(Need.GuestAccess);
        return offers;
    }

    // Against the specification, but no reason not to look at the rest of the server.
    private async Task AddUnchallengedAsync(HashSet<Need> offers, RecordedResponse made, CancellationToken cancellationToken)
    {
        CanRegister = true;
        offers.Add(Need.OpenRegistration);
        await EndSessionAsync(made, cancellationToken);
    }

    private void AddFlows(HashSet<Need> offers, UiaChallenge challenge)
    {
        var context = new StageContext(null, target);
        CanRegister = _driver.Choose(challenge, context) is not null;
        if (CanRegister)
            offers.Add(Need.OpenRegistration);
        else
            Refusal = RegistrationRefusal.BeyondTheSuite;
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

    private Problem WhatWasSeen(Exchange exchange)
    {
        var tried = $"POST {redactor.Url(exchange.Request.Url)}";
        if (exchange.Response is not { } response)
            return new Problem($"{tried} got no answer")
            {
                Why = exchange.TransportFailure?.TrimEnd('.'),
                NextStep = "see the server's log, or give ready accounts with --accounts.",
            };
        if (UiaChallenge.Read(response) is { } challenge)
            return new Problem($"{tried} asks for {challenge.DescribeFlows()}, which the suite cannot complete")
            {
                NextStep =
                    "give a registration token with --registration-token, ready accounts with --accounts, or open the registration.",
            };
        if (response.Status is >= 300 and < 400 && response.Header("Location") is { } location)
            return new Problem($"{tried} is redirected to {redactor.Text(location)} with {response.Status}")
            {
                NextStep = "give the URL that the server itself answers on.",
            };

        var answer = new Problem($"{tried} answers {redactor.Text(exchange.Outcome)}");
        return response.Status switch
        {
            403 or 404 or 405 => answer with
            {
                Why = "registration is closed and no accounts are given",
                NextStep = "open the registration, or give ready accounts with --accounts.",
            },
            429 => answer with
            {
                Why = "the server limits the rate of registrations, and asks for a longer wait than the suite makes before a run",
                NextStep = "wait, lift the limit, or give ready accounts with --accounts.",
            },
            _ => answer with
            {
                Why = "this does not tell whether and how accounts can be registered",
                NextStep = "see the log of the server and of the proxy before it, or give ready accounts with --accounts.",
            },
        };
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
