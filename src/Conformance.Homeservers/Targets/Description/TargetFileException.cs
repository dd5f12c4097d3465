using Conformance.Spec;

namespace Conformance.Homeservers.Targets.Description;

/// <summary>A target file cannot be used as it is.</summary>
public sealed class TargetFileException : ConformanceException
{
    /// <summary>Makes an exception for several problems.</summary>
    /// <param name="problems">The problems, in the order of files and lines; at least one.</param>
    public TargetFileException(IReadOnlyList<Problem> problems)
        : base(ErrorKind.Usage, problems)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="problem">What is wrong, why, and the next step.</param>
    public TargetFileException(Problem problem)
        : base(ErrorKind.Usage, [problem])
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="nextStep">What to do.</param>
    public TargetFileException(string what, string nextStep)
        : this(new Problem(what) { NextStep = nextStep })
    {
    }
}
