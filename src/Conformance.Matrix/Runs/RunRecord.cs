using Conformance.Matrix.Actors;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Runs;

/// <summary>What a run keeps over all the homeservers that it tests, a profile each: its id, its secrets, and the responses that it
/// saw.</summary>
public sealed class RunRecord
{
    private int _cleanUpFailures;

    /// <summary>Makes a record.</summary>
    /// <param name="specification">The specification to judge by.</param>
    /// <param name="seed">The seed of the run's random choices.</param>
    public RunRecord(Specification specification, int seed)
    {
        Names = new RunNames(seed, TimeProvider.System.GetUtcNow());
        Responses = new ResponseLedger(specification);
        Budget = new ExchangeBudget(Redactor);
    }

    /// <summary>The beginning of every user name that the run makes: lower-case letters and digits.</summary>
    public string RunId => Names.RunId;

    /// <summary>Every kind of response seen so far.</summary>
    public ResponseLedger Responses { get; }

    /// <summary>Masks secrets.</summary>
    public Redactor Redactor { get; } = new();

    /// <summary>How many accounts or sessions that the run made could not be removed.</summary>
    public int CleanUpFailures => Volatile.Read(ref _cleanUpFailures);

    internal RunNames Names { get; }

    internal ExchangeBudget Budget { get; }

    internal void CountCleanUpFailure() => Interlocked.Increment(ref _cleanUpFailures);
}
