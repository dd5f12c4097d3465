namespace Conformance.Reports.Model;

/// <summary>
/// What a server is known to do otherwise, wherever it shows: each of the checks, at each of the operations, in each of the ways.
/// </summary>
/// <param name="Checks">Requirement ids, kinds of response, or <see cref="CauseMark.NotImplemented"/>; at least one.</param>
/// <param name="Operations">The operations whose answers show it; empty where it is seen in none, and for kinds of response.</param>
/// <param name="Seen">What is seen, as a report tells it; at least one.</param>
public sealed record ListedDifference(
    IReadOnlyList<string> Checks, IReadOnlyList<string> Operations, IReadOnlyList<string> Seen)
{
    /// <summary>One by one.</summary>
    public IEnumerable<CauseMark> Marks =>
        from check in Checks
        from operation in Operations.DefaultIfEmpty(null)
        from seen in Seen
        select new CauseMark(check, operation, seen);

    /// <summary>In one phrase: <c>API-10  login, register: 400 M_BAD_JSON</c>.</summary>
    public override string ToString()
    {
        var operations = Operations.Count == 0 ? "" : string.Join(", ", Operations) + ": ";
        return $"{string.Join(", ", Checks)}  {operations}{string.Join("; ", Seen)}";
    }
}
