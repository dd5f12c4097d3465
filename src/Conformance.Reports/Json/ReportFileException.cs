using Conformance.Spec;

namespace Conformance.Reports.Json;

/// <summary>A file is no <c>report.json</c> of ours.</summary>
/// <param name="problem">What is wrong, and what to do.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class ReportFileException(Problem problem, Exception? inner = null) : ConformanceException(ErrorKind.Usage, [problem], inner);
