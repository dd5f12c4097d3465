namespace Conformance.Spec;

/// <summary>
/// An error that reaches the user: what, why, the next step, where, and with which code the command exits. Every exception that reaches the
/// user derives from it; any other is a defect of the suite. The message has one line for each problem.
/// </summary>
public abstract class ConformanceException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="kind">Who can put it right.</param>
    /// <param name="problems">What is wrong, in the order in which it is reported; at least one.</param>
    /// <param name="inner">The cause, if there is one.</param>
    protected ConformanceException(ErrorKind kind, IReadOnlyList<Problem> problems, Exception? inner = null)
        : base(string.Join('\n', problems), inner)
    {
        ArgumentOutOfRangeException.ThrowIfZero(problems.Count);
        Kind = kind;
        Problems = problems;
    }

    /// <summary>Who can put it right.</summary>
    public ErrorKind Kind { get; }

    /// <summary>What is wrong; at least one problem.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The exit code of the command.</summary>
    public int ExitCode => (int)Kind;
}
