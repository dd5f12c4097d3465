using System.Collections.Concurrent;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Judging;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Runs;

/// <summary>Everything about one homeserver in a run: shared by all the scenarios that it is given.</summary>
public sealed class TestRun : IAsyncDisposable
{
    private readonly ConcurrentQueue<Exchange> _broken = new();

    /// <summary>Makes a run.</summary>
    /// <param name="options">What it is about.</param>
    /// <exception cref="Verdicts.SuiteErrorException">The CA file cannot be read.</exception>
    public TestRun(TestRunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        Record = options.Record ?? new RunRecord(options.Specification, options.Seed);
        Redactor.Learn(Target.RegistrationToken, SecretKind.RegistrationToken);
        Redactor.Learn(Target.ApplicationServiceToken, SecretKind.ServiceToken);
        foreach (var account in Target.ReadyAccounts)
            Redactor.Learn(account.Password, SecretKind.Password);
        Client = new MatrixClient(
            new MatrixClientOptions
            {
                BaseUrl = Target.BaseUrl,
                RequestTimeout = options.RequestTimeout,
                RateLimitDeadline = options.RateLimitDeadline,
                Sending = options.Sending,
                Time = new SteadyTime(options.Time),
                Insecure = options.Insecure,
                CaFile = options.CaFile,
            },
            Specification,
            Target.SpecVersion,
            Redactor);
        Judge = new Judge(Specification, Target.SpecVersion, Redactor);
        Presence = new OperationPresence(Client, Judge, Target, Responses);
        CompanionFaults = new CompanionFaults(Target.Companions.Requests, Specification, Target.SpecVersion);
        Uia = new UiaDriver(UiaDriver.StandardSolvers);
        Pool = new AccountPool(Target.ReadyAccounts);
    }

    /// <summary>What the run is about.</summary>
    public TestRunOptions Options { get; }

    /// <summary>What the run keeps over all its homeservers.</summary>
    public RunRecord Record { get; }

    /// <summary>The beginning of every user name that the run makes: lower-case letters and digits.</summary>
    public string RunId => Record.RunId;

    /// <summary>The specification to judge by.</summary>
    public Specification Specification => Options.Specification;

    /// <summary>What the specification demands, in our words.</summary>
    public RequirementCatalogue Requirements => Options.Requirements;

    /// <summary>The homeserver under test.</summary>
    public Target Target => Options.Target;

    /// <summary>Every kind of response seen so far.</summary>
    public ResponseLedger Responses => Record.Responses;

    /// <summary>The client to the homeserver under test.</summary>
    public MatrixClient Client { get; }

    /// <summary>Masks secrets.</summary>
    public Redactor Redactor => Record.Redactor;

    /// <summary>Judges answers.</summary>
    public Judge Judge { get; }

    /// <summary>What is wrong with the homeserver's requests to the suite's own servers.</summary>
    public CompanionFaults CompanionFaults { get; }

    /// <summary>Carries calls through user-interactive authentication.</summary>
    public UiaDriver Uia { get; }

    /// <summary>The calls that the server took and did not answer since the connection was lost; those of its last moment, where it has
    /// died.</summary>
    public IReadOnlyList<Exchange> BrokenOff => [.. _broken];

    /// <summary>How many accounts or sessions that the run made could not be removed.</summary>
    public int CleanUpFailures => Record.CleanUpFailures;

    internal RunNames Names => Record.Names;

    internal AccountPool Pool { get; }

    internal OperationPresence Presence { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Forgets the calls that were broken off: the server lives.</summary>
    public void ForgetBrokenOff() => _broken.Clear();

    internal void Note(Exchange exchange)
    {
        if (exchange is { ConnectionBroke: true, WasRefused: false })
            _broken.Enqueue(exchange);
    }

    internal void CountCleanUpFailure() => Record.CountCleanUpFailure();
}
