using System.Text.Json;

namespace Conformance.Spec.Schemas;

/// <summary>
/// The places that a schema documents: members, elements of lists, branches. A member that only a branch documents is a place like any
/// other; one that is newer than the version under test is not. The places of a recursive schema's first occurrence stand for those of all
/// others.
/// </summary>
public sealed class DocumentedPlaces
{
    private readonly PlaceNode _root;

    /// <summary>Reads a schema as it was extracted: references go to <c>#/$defs/</c> or <c>#</c>.</summary>
    /// <param name="utf8Schema">The schema as JSON.</param>
    /// <param name="underTest">The version that a server claims.</param>
    /// <exception cref="JsonSchema.SchemaException">A pattern or an alternative in it cannot be compiled.</exception>
    internal DocumentedPlaces(ReadOnlyMemory<byte> utf8Schema, SpecVersion underTest)
    {
        var survey = new PlaceSurvey(VersionRelaxation.Apply(utf8Schema, underTest), underTest);
        _root = survey.Root;
        All = survey.Places;
    }

    /// <summary>Every place once, in the order of the schema.</summary>
    public IReadOnlyList<DocumentedPlace> All { get; }

    /// <summary>Marks the places that a value has. Marks are only set, never cleared, so several threads may share them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="seen">A mark for each of <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">There are fewer marks than places.</exception>
    public void Mark(JsonElement value, bool[] seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (seen.Length < All.Count)
            throw new ArgumentException($"{seen.Length} marks are too few for {All.Count} places.", nameof(seen));
        _root.Mark(value, seen);
    }
}
