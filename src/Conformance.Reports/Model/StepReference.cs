namespace Conformance.Reports.Model;

/// <summary>A step of a scenario.</summary>
/// <param name="Line">The line in the feature's file, counted from 1.</param>
/// <param name="Text">Keyword and text.</param>
public sealed record StepReference(int Line, string Text);
