using Conformance.Spec;

namespace Conformance.Matrix.Verdicts;

/// <summary>The suite itself is at fault: a request of its own that breaks the request's schema, a feature that names an unknown operation,
/// a companion that did not start.</summary>
public sealed class SuiteErrorException : ConformanceException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="problem">What is wrong, why, and the next step.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public SuiteErrorException(Problem problem, Exception? inner = null)
        : base(ErrorKind.Suite, [problem], inner)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="nextStep">What to do.</param>
    public SuiteErrorException(string what, string nextStep)
        : this(new Problem(what) { NextStep = nextStep })
    {
    }
}
