namespace Conformance.JsonSchema.Patterns;

/// <summary>A part of a parsed ECMA-262 regular expression.</summary>
internal abstract record RegexNode
{
    /// <summary>Alternatives, tried from left to right.</summary>
    public sealed record Alternation(IReadOnlyList<RegexNode> Alternatives) : RegexNode;

    /// <summary>One part after the other; without parts, the empty string.</summary>
    public sealed record Sequence(IReadOnlyList<RegexNode> Parts) : RegexNode;

    /// <summary>One code point out of a set.</summary>
    public sealed record OneOf(CodePointSet Set) : RegexNode;

    /// <summary><c>^</c>, <c>$</c>, <c>\b</c> or <c>\B</c>, by its character.</summary>
    public sealed record Assertion(char Kind) : RegexNode;

    /// <summary>A lookahead or lookbehind.</summary>
    public sealed record Look(RegexNode Body, bool Behind, bool Negative) : RegexNode;

    /// <summary>A group; <see cref="Number"/> is 0 if it does not capture.</summary>
    public sealed record Group(RegexNode Body, int Number) : RegexNode;

    /// <summary>What a group captured, by its number.</summary>
    public sealed record BackReference(int Number) : RegexNode;

    /// <summary>A repetition; <see cref="Most"/> is null if it has no upper bound.</summary>
    public sealed record Repeat(RegexNode Body, int Least, int? Most, bool Lazy) : RegexNode;
}
