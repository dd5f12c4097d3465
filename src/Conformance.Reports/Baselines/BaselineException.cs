using Conformance.Spec;

namespace Conformance.Reports.Baselines;

/// <summary>A baseline cannot be used as it is.</summary>
/// <param name="problems">What is wrong, in the order of the lines; at least one.</param>
public sealed class BaselineException(IReadOnlyList<Problem> problems) : ConformanceException(ErrorKind.Usage, problems);
