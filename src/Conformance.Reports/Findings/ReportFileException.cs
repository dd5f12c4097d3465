namespace Conformance.Reports.Findings;

/// <summary>A file is no <c>report.json</c> of ours.</summary>
/// <param name="message">One line: what is wrong, what to do.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class ReportFileException(string message, Exception? inner = null) : Exception(message, inner);
