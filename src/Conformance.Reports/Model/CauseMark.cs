namespace Conformance.Reports.Model;

/// <summary>A difference as a baseline names it: the same in every run against the same server.</summary>
/// <param name="Check">
/// A requirement's id, <c>operation.status</c> for a kind of response, or <see cref="NotImplemented"/>; null for a scenario that names no
/// requirement.
/// </param>
/// <param name="Operation">The operation whose answer shows it; null where none does, and for a kind of response, which names it.</param>
/// <param name="Seen">What was seen, one phrase, without the values that differ from run to run.</param>
public sealed record CauseMark(string? Check, string? Operation, string Seen)
{
    /// <summary>The check under which a missing operation is listed, whichever requirements need it.</summary>
    public const string NotImplemented = "not-implemented";
}
