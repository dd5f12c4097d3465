using Conformance.Spec;

namespace Conformance.ReferenceServer.Configuration;

/// <summary>The reference homeserver cannot be set up or started as asked.</summary>
public sealed class ReferenceServerException : ConformanceException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="problem">What is wrong, why, and the next step.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public ReferenceServerException(Problem problem, Exception? inner = null)
        : base(ErrorKind.Usage, [problem], inner)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="nextStep">What to do.</param>
    public ReferenceServerException(string what, string nextStep)
        : this(new Problem(what) { NextStep = nextStep })
    {
    }
}
