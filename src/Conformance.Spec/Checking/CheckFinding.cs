namespace Conformance.Spec.Checking;

/// <summary>A breach of a rule in the specification's sources.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="File">The file, relative to the folder that was checked, with slashes.</param>
/// <param name="Line">Counted from 1; 0 where the whole file is meant.</param>
/// <param name="Column">Counted from 1; 0 where the whole line is meant.</param>
/// <param name="Pointer">The place in the file as a JSON Pointer in fragment form; empty where the file could not be read.</param>
/// <param name="Message">What contradicts what.</param>
public sealed record CheckFinding(string Rule, CheckSeverity Severity, string File, int Line, int Column, string Pointer, string Message);
