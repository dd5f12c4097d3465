using Conformance.Spec;

namespace Conformance.Homeservers.FixedCompanions;

/// <summary>A file that describes companions cannot be used as it is.</summary>
/// <param name="problems">What is wrong, in the order of the lines; at least one.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class CompanionsFileException(IReadOnlyList<Problem> problems, Exception? inner = null)
    : ConformanceException(ErrorKind.Usage, problems, inner);
