namespace Conformance.Homeservers.Targets.Description;

/// <summary>With what a target file was last run.</summary>
/// <param name="Server">The server and its version.</param>
/// <param name="Suite">The suite's version or commit.</param>
/// <param name="Date">The day.</param>
public sealed record Verification(string Server, string Suite, DateOnly Date);
