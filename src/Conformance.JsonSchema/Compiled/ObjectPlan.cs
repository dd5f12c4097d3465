using Conformance.JsonSchema.Patterns;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Compiled;

/// <summary>What a <see cref="Node"/> demands of an object.</summary>
internal sealed class ObjectPlan
{
    /// <summary>All member names that the schemas mention.</summary>
    public NameTable Names = NameTable.Empty;

    /// <summary>The demands on the member of each name in <see cref="Names"/>.</summary>
    public Entry[] Entries = [];

    /// <summary>The demands on all other members; null if there are none. Unused if there are <see cref="Patterns"/>.</summary>
    public Node? Otherwise;

    /// <summary>The bits of the required members.</summary>
    public ulong Required;

    /// <summary>Whether the number of members is limited.</summary>
    public bool HasCounts;

    public long MinProperties;

    public long MaxProperties = long.MaxValue;

    /// <summary>Whether a member's name must be checked beyond <see cref="Names"/>: there are patterns, or demands on names.</summary>
    public bool LooksAtNames;

    /// <summary>The demands on each name, taken as a string; null if there are none.</summary>
    public Node? PropertyNames;

    /// <summary>The patterns for names outside <see cref="Names"/>; the names in it were matched at compile time.</summary>
    public PatternEntry[] Patterns = [];

    /// <summary>
    /// If there are patterns: for each schema with <c>additionalProperties</c>, the demands on a member that none of the schema's patterns
    /// matches.
    /// </summary>
    public AdditionalEntry[] Additional = [];

    /// <summary>If the member of the first bit is present, those of the other bits must be present too.</summary>
    public (ulong Trigger, ulong Needed)[] DependentRequired = [];

    /// <summary>If the member of the bit is present, the object must be valid against the node.</summary>
    public (ulong Trigger, Node Node)[] DependentSchemas = [];

    /// <summary>A known name: its bit, if its presence matters, and the demands on its value.</summary>
    public readonly record struct Entry(ulong Bit, Node? Node);

    /// <summary>One pattern, by its bit.</summary>
    public readonly record struct PatternEntry(ulong Bit, Pattern Pattern, Node? Node, string Pointer);

    /// <summary>The demands on members that match no pattern of a set.</summary>
    public readonly record struct AdditionalEntry(ulong Patterns, Node? Node);
}
