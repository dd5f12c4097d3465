namespace Conformance.JsonSchema;

/// <summary>How a schema is compiled and what its validation may cost.</summary>
public sealed record SchemaOptions
{
    /// <summary>
    /// Whether <c>format</c> is an assertion. False, the default of the specification, makes it an annotation that never fails;
    /// a schema whose metaschema declares the format-assertion vocabulary asserts formats in any case. Unknown formats never fail.
    /// </summary>
    public bool AssertFormats { get; init; }

    /// <summary>
    /// The URI under which the schema was found: references are resolved against it where the schema has no <c>$id</c>. May be relative or
    /// empty.
    /// </summary>
    public string BaseUri { get; init; } = "";

    /// <summary>
    /// Gives the bytes of another schema document by its URI (without fragment), or null if there is none. It is called only for documents
    /// that a schema refers to; nothing is fetched from a network. The 2020-12 metaschemas are built in.
    /// </summary>
    public Func<string, ReadOnlyMemory<byte>?>? Resolve { get; init; }

    /// <summary>
    /// How deeply arrays and objects may nest, in schemas and in instances. Deeper ones are refused, not evaluated. 1 to 1,000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000);
            field = value;
        }
    } = 256;

    /// <summary>How many findings a validation collects at most; it stops at the last of them.</summary>
    public int MaxFindings { get; init; } = 100;

    /// <summary>
    /// How long one match of a regular expression may take. It matters for expressions that look around or back; all others take time
    /// linear in the length of the string.
    /// </summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromSeconds(1);
}
