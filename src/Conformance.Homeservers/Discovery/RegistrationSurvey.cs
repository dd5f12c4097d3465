using System.Text.Json.Nodes;
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
    // The stages that nothing but a registration has.
    private static readonly IReadOnlyList<(StageType Stage, Need Need)> OfRegistration =
    [
        (StageType.RegistrationToken, Need.RegistrationToken),
        (StageType.Terms, Need.Terms),
        (StageType.Recaptcha, Need.Captcha),
    ];

    private readonly UiaDriver _driver = new(UiaDriver.StandardSolvers);

    /// <summary>Whether the suite can register accounts of its own; set by <see cref="AddOffersAsync"/>.</summary>
    public bool CanRegister { get; private set; }

    /// <summary>Whether the server said that it takes no registrations, or none that the suite could complete; set by
    /// <see cref="AddOffersAsync"/>.</summary>
    public RegistrationRefusal Refusal { get; private set; }

    /// <summary>What was seen if the suite cannot register accounts; set by <see cref="AddOffersAsync"/>.</summary>
    public Problem? Problem { get; private set; }

    public async Task AddOffersAsync(Answers answers, CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = specification.GetOperation(Operations.Register) };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        if (UiaChallenge.Read(exchange.Response) is { } challenge)
            AddFlows(answers, exchange, challenge);
        else if (exchange.Response is { Status: 200 } made)
            await AddUnchallengedAsync(answers, made, cancellationToken);
        else if (exchange.Response is { Status: 403 or 404 or 405 })
        {
            answers.Add(Need.ClosedRegistration);
            answers.Deny(exchange, $"answers {exchange.Outcome}", Need.OpenRegistration);
            Refusal = RegistrationRefusal.Closed;
        }
        else
            answers.DoNotKnow(exchange, Need.OpenRegistration, Need.ClosedRegistration);

        if (!CanRegister)
            Problem = WhatWasSeen(exchange);

        // If the first call got no answer, the next would get none either.
        if (exchange.Response is null)
            answers.DoNotKnow(exchange, Need.GuestAccess);
        else if (Refusal is not RegistrationRefusal.Closed)
            await AddGuestsAsync(answers, cancellationToken);
    }

    // This violates the specification, but the rest of the server can still be tested.
    private async Task AddUnchallengedAsync(Answers answers, RecordedResponse made, CancellationToken cancellationToken)
    {
        CanRegister = true;
        answers.Add(Need.OpenRegistration);
        await EndSessionAsync(made, cancellationToken);
    }

    private void AddFlows(Answers answers, Exchange exchange, UiaChallenge challenge)
    {
        answers.Deny(exchange, "answers with the flows of a registration", Need.ClosedRegistration);
        var context = new StageContext(null, target);
        CanRegister = _driver.Choose(challenge, context) is not null;
        if (CanRegister)
            answers.Add(Need.OpenRegistration);
        else
        {
            answers.Deny(exchange, $"asks for {challenge.DescribeFlows()}, which the suite cannot complete", Need.OpenRegistration);
            Refusal = RegistrationRefusal.BeyondTheSuite;
        }

        var stages = challenge.Flows.SelectMany(flow => flow).ToHashSet();
        if (stages.Contains(StageType.RegistrationToken) && options.RegistrationToken is not null)
            answers.Add(Need.RegistrationToken);
        if (stages.Contains(StageType.Terms))
            answers.Add(Need.Terms);
        if (stages.Contains(StageType.EmailIdentity))
            answers.Add(Need.EmailUia);
        if (stages.Contains(StageType.Msisdn))
            answers.Add(Need.SmsUia);
        foreach (var (stage, need) in OfRegistration.Where(pair => !stages.Contains(pair.Stage)))
            answers.Deny(exchange, $"offers no flow with {stage}", need);
        if (challenge.Flows.Any(flow => flow.Count > 1 && _driver.SolverOf(flow[0], context) is not null))
            answers.Add(Need.MultiStageUia);
    }

    private Problem WhatWasSeen(Exchange exchange)
    {
        var tried = $"POST {redactor.Url(exchange.Request.Url)}";
        if (exchange.Response is not { } response)
            return new Problem($"{tried} got no answer")
            {
                Why = exchange.TransportFailure?.TrimEnd('.'),
                NextStep = "see the server's log, or give existing accounts with --accounts.",
            };
        if (UiaChallenge.Read(response) is { } challenge)
            return new Problem($"{tried} asks for {challenge.DescribeFlows()}, which the suite cannot complete")
            {
                NextStep =
                    "give a registration token with --registration-token, existing accounts with --accounts, or open registration.",
            };
        if (response.Status is >= 300 and < 400 && response.Header("Location") is { } location)
            return new Problem($"{tried} is redirected to {redactor.Text(location)} with {response.Status}")
            {
                NextStep = "give the URL at which the server itself answers.",
            };

        var answer = new Problem($"{tried} answers {redactor.Text(exchange.Outcome)}");
        return response.Status switch
        {
            403 or 404 or 405 => answer with
            {
                Why = "registration is closed and no accounts are given",
                NextStep = "open registration, or give existing accounts with --accounts.",
            },
            429 => answer with
            {
                Why = "the server limits the rate of registrations, and asks for a longer wait than the suite makes before a run",
                NextStep = "wait, lift the limit, or give existing accounts with --accounts.",
            },
            _ => answer with
            {
                Why = "this does not say whether and how accounts can be registered",
                NextStep = "see the log of the server and of the proxy before it, or give existing accounts with --accounts.",
            },
        };
    }

    /// <summary>Registers a guest to find out, and ends the guest's session at once.</summary>
    private async Task AddGuestsAsync(Answers answers, CancellationToken cancellationToken)
    {
        var call = new OperationCall
        {
            Operation = specification.GetOperation(Operations.Register),
            Arguments = new Dictionary<string, JsonNode?> { ["kind"] = "guest" },
        };
        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.SetUp, cancellationToken);
        if (Answers.Failed(exchange))
        {
            answers.DoNotKnow(exchange, Need.GuestAccess);
            return;
        }

        if (exchange.Response is not { Status: 200 } response)
        {
            answers.Deny(exchange, $"with kind=guest answers {exchange.Outcome}", Need.GuestAccess);
            return;
        }

        answers.Add(Need.GuestAccess);
        await EndSessionAsync(response, cancellationToken);
    }

    private async Task EndSessionAsync(RecordedResponse registered, CancellationToken cancellationToken)
    {
        if (Body.Text(registered, "access_token") is { } token)
            await client.SendAsync(new OperationCall { Operation = specification.GetOperation(Operations.LogOut) },
                new Caller("survey", token), ExchangeRole.CleanUp, cancellationToken);
    }
}
