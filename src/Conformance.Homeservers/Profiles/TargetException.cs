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

    /// <summary>Makes an exception from another, whose kind does not say that the target cannot be tested.</summary>
    /// <param name="inner">The cause; its problems are told.</param>
    public TargetException(ConformanceException inner)
        : base(ErrorKind.Target, (inner ?? throw new ArgumentNullException(nameof(inner))).Problems, inner)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="nextStep">What to do.</param>
    public TargetException(string what, string nextStep)
        : this(new Problem(what) { NextStep = nextStep })
    {
    }
}
