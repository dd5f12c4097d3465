using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Results;
using Conformance.Runner.Running;

namespace Conformance.Reports.Building;

/// <summary>
/// Decides which scenarios of a run are tried once more, alone: those that could not be checked, and those in which the server answered
/// with a 5xx. A loaded server is not a wrong one, so that a 5xx counts if it comes again from a server that has nothing else to do. Safe
/// to use from many scenarios at once.
/// </summary>
/// <remarks>
/// No scenario is tried more than twice. A server that answers everything with 500 stops nearly all scenarios in their set-ups, and would
/// do so again: an error that came again in each of the first <see cref="Enough"/> scenarios tried decides for all others that it left
/// unchecked, or that pass in spite of it. What would be a violation is always tried again: a server may have one request that it always
/// fails at, and fail at proper requests of the same operation under load only.
/// </remarks>
public sealed class SecondTries
{
    /// <summary>In how many scenarios an error has to come again.</summary>
    internal const int Enough = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<ServerError, int> _cameAgain = [];
    private readonly HashSet<ServerError> _isOver = [];

    /// <summary>The options of a run that tries scenarios again.</summary>
    /// <param name="options">The run's other options.</param>
    public static RunOptions In(RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tries = new SecondTries();
        return options with { TryAgain = tries.IsWanted, TriedAgain = tries.Note };
    }

    /// <summary>Whether a scenario is to be tried again, by all that was tried so far.</summary>
    /// <param name="first">What became of it the first time.</param>
    public bool IsWanted(ScenarioResult first)
    {
        var verdict = ScenarioVerdict.Of(first, Strictness.Normal);
        var errors = ServerError.Of(ScenarioVerdict.RecordOf(first), documentedToo: verdict is not Verdict.Pass);
        return verdict switch
        {
            Verdict.Pass => errors.Any(IsOpen),

            // What is missing is missing.
            Verdict.NotChecked when ScenarioVerdict.RecordOf(first) is { MissingOperation: not null } => false,

            // The clean-up comes after whatever kept it from being checked.
            Verdict.NotChecked => errors.All(error => error.Role is ExchangeRole.CleanUp) || errors.Any(IsOpen),
            _ => errors.Any(error => error.Role is not ExchangeRole.CleanUp || IsOpen(error)),
        };
    }

    /// <summary>Learns from a second try.</summary>
    /// <param name="second">What became of it.</param>
    public void Note(ScenarioResult second)
    {
        ArgumentNullException.ThrowIfNull(second);
        if (second.Earlier is not { } first)
            return;
        var record = ScenarioVerdict.RecordOf(second);
        var again = ServerError.Of(record, documentedToo: true);
        lock (_gate)
        {
            foreach (var error in ServerError.Of(ScenarioVerdict.RecordOf(first), documentedToo: true))
            {
                if (again.Contains(error))
                    _cameAgain[error] = _cameAgain.GetValueOrDefault(error) + 1;
                else if (error.IsOverIn(record))
                    _isOver.Add(error);
            }
        }
    }

    private bool IsOpen(ServerError error)
    {
        lock (_gate)
        {
            return _isOver.Contains(error) || _cameAgain.GetValueOrDefault(error) < Enough;
        }
    }
}
