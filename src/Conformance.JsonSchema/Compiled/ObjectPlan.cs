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

    /// <summary>The demands on all other members; null for none. Not in use where there are <see cref="Patterns"/>.</summary>
    public Node? Otherwise;

    /// <summary>The bits of the members that must be there.</summary>
    public ulong Required;

    /// <summary>Whether the number of members is limited.</summary>
    public bool HasCounts;

    public long MinProperties;

    public long MaxProperties = long.MaxValue;

    /// <summary>Whether a member needs more than a look into <see cref="Names"/>: there are patterns, or names are evaluated.</summary>
    public bool LooksAtNames;

    /// <summary>The demands on each name, as a string; null for none.</summary>
    public Node? PropertyNames;

    /// <summary>The patterns for names that are not in <see cref="Names"/>; those that are have been matched at compile time.</summary>
    public PatternEntry[] Patterns = [];

    /// <summary>For each schema with <c>additionalProperties</c>, if there are patterns: what is demanded of a member that none of its own
    /// patterns matches.</summary>
    public AdditionalEntry[] Additional = [];

    /// <summary>If the member of a bit is there, so must those of others be.</summary>
    public (ulong Trigger, ulong Needed)[] DependentRequired = [];

    /// <summary>If the member of a bit is there, the object must be valid against a node.</summary>
    public (ulong Trigger, Node Node)[] DependentSchemas = [];

    /// <summary>One known name: its bit, if anything asks for its presence, and what is demanded of the value.</summary>
    public readonly record struct Entry(ulong Bit, Node? Node);

    /// <summary>One pattern, by its bit.</summary>
    public readonly record struct PatternEntry(ulong Bit, Pattern Pattern, Node? Node, string Pointer);

    /// <summary>The demands on members that match no pattern of a set.</summary>
    public readonly record struct AdditionalEntry(ulong Patterns, Node? Node);
}
