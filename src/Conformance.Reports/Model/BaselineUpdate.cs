namespace Conformance.Reports.Model;

/// <summary>What rewriting a baseline did.</summary>
/// <param name="Written">False if the file was left as it was, since the run did not come to its end.</param>
/// <param name="Kept">Entries that stayed.</param>
/// <param name="Added">Entries for failures that were not listed.</param>
/// <param name="Dropped">Stale entries that went.</param>
public sealed record BaselineUpdate(bool Written, int Kept, int Added, int Dropped);
