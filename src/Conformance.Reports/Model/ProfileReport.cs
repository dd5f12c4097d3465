namespace Conformance.Reports.Model;

/// <summary>A profile of the target that a run started.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">The base URL of its homeserver; null if it did not start.</param>
/// <param name="Scenarios">How many scenarios it was given and ran, the skipped ones left out.</param>
/// <param name="Start">How long its homeserver took to start.</param>
/// <param name="ReadyAfter">How long after the command it was ready.</param>
/// <param name="Failure">Why it did not start; null if it did.</param>
public sealed record ProfileReport(string Name, string? Url, int Scenarios, TimeSpan Start, TimeSpan ReadyAfter, string? Failure);
