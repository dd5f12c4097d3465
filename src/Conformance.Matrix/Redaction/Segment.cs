namespace Conformance.Matrix.Redaction;

/// <summary>A piece of a text: plain, or a secret of which only the kind is kept.</summary>
/// <param name="Text">The plain text; empty for a secret.</param>
/// <param name="Kind">The kind of the secret; null for plain text.</param>
internal readonly record struct Segment(string Text, SecretKind? Kind)
{
    /// <summary>A plain piece.</summary>
    public static Segment Plain(string text) => new(text, null);

    /// <summary>A secret.</summary>
    public static Segment Masked(SecretKind kind) => new("", kind);
}
