using Conformance.Spec;

namespace Conformance.Homeservers.Profiles;

/// <summary>The target cannot be tested: it is not there, is not a homeserver, or gives nobody access.</summary>
public sealed class TargetException : ConformanceException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="problem">What is wrong, why, and the next step.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public TargetException(Problem problem, Exception? inner = null)
        : base(ErrorKind.Target, [problem], inner)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="nextStep">What to do.</param>
    public TargetException(string what, string nextStep)
        : this(new Problem(what) { NextStep = nextStep })
    {
    }

    /// <summary>Makes an exception whose one sentence says everything.</summary>
    /// <param name="sentence">What is wrong, why, and what to do.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public TargetException(string sentence, Exception? inner = null)
        : this(new Problem(sentence), inner)
    {
    }
}
