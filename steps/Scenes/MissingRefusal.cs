using Conformance.Matrix.Verdicts;

namespace Conformance.Steps.Scenes;

/// <summary>
/// A refusal that should have come and did not: the server did what was asked, or says something else and may have done it all the same.
/// The scenario goes on to look at what became of it, until its next request.
/// </summary>
public sealed class MissingRefusal
{
    private Violation? _first;

    /// <summary>Whether one did not come. What looks at the answer has nothing more to say then.</summary>
    public bool IsMissing => _first is not null;

    /// <summary>Records that it did not come.</summary>
    /// <param name="record">What the scenario saw.</param>
    /// <param name="found">The violations, at least one.</param>
    public void GoOnWithout(ScenarioRecord record, params IReadOnlyList<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(found);
        foreach (var violation in found)
            record.Add(violation);
        _first ??= found[0];
    }

    /// <summary>Ends the scenario where one did not come: what comes next counts on it.</summary>
    /// <exception cref="ViolationException">It did not.</exception>
    public void EndIfMissing()
    {
        if (_first is not null)
            throw new ViolationException(_first);
    }
}
