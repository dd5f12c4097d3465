using Conformance.Spec;

namespace Conformance.Cli;

/// <summary>The user asked for something that cannot be done.</summary>
internal sealed class UsageException : ConformanceException
{
    /// <summary>Makes an exception for several problems.</summary>
    /// <param name="problems">The problems, in the order in which they are reported; at least one.</param>
    public UsageException(IReadOnlyList<Problem> problems)
        : base(ErrorKind.Usage, problems)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="problem">What is wrong, why, and the next step.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public UsageException(Problem problem, Exception? inner = null)
        : base(ErrorKind.Usage, [problem], inner)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="nextStep">What to do; null where that is plain.</param>
    public UsageException(string what, string? nextStep = null)
        : this(new Problem(what) { NextStep = nextStep })
    {
    }
}
