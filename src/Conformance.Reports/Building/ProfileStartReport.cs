namespace Conformance.Reports.Building;

/// <summary>How a profile of the target started.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">The base URL of its homeserver; null if it did not start.</param>
/// <param name="Start">How long its homeserver took to start.</param>
/// <param name="ReadyAfter">How long after the command it was ready.</param>
/// <param name="Failure">Why it did not start; null if it did.</param>
public sealed record ProfileStartReport(string Name, Uri? Url, TimeSpan Start, TimeSpan ReadyAfter, string? Failure);
