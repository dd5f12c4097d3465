using Conformance.Spec;

namespace Conformance.Homeservers.Containers;

/// <summary>Containers cannot be made or used: there is no engine or no image, or the engine refuses.</summary>
/// <param name="problem">What was tried, why it failed, what to do.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class ContainerException(Problem problem, Exception? inner = null)
    : ConformanceException(ErrorKind.Target, [problem], inner)
{
    /// <summary>Makes an exception.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="nextStep">What to do.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public ContainerException(string what, string nextStep, Exception? inner = null)
        : this(new Problem(what) { NextStep = nextStep }, inner)
    {
    }
}
