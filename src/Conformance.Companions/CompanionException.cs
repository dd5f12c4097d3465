using Conformance.Spec;

namespace Conformance.Companions;

/// <summary>The companions cannot be started.</summary>
/// <param name="problem">What was tried, why it failed, what to do.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class CompanionException(Problem problem, Exception? inner = null)
    : ConformanceException(ErrorKind.Target, [problem], inner);
