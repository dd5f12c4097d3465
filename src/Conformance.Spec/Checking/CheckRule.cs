namespace Conformance.Spec.Checking;

/// <summary>A rule for the specification's sources.</summary>
/// <param name="Name">What findings, <c>--rule</c> and baselines call it.</param>
/// <param name="Severity">How bad a breach is.</param>
/// <param name="IsDefault">Whether it is checked by default; rules that are a matter of taste are not.</param>
/// <param name="Summary">What it demands, in one sentence.</param>
public sealed record CheckRule(string Name, CheckSeverity Severity, bool IsDefault, string Summary);
