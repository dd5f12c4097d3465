namespace Conformance.Matrix.Calls;

/// <summary>A request outside the manifest: an unknown path, another method, a pre-flight request, a fallback page.</summary>
public sealed record RawCall
{
    /// <summary>The HTTP method in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query below the base URL, beginning with <c>/</c>, percent-encoded already; it is sent as it is.</summary>
    public required string PathAndQuery { get; init; }

    /// <summary>Header fields besides the suite's own; a null value removes one of those.</summary>
    public IReadOnlyDictionary<string, string?> Headers { get; init; } = new Dictionary<string, string?>();

    /// <summary>The body's bytes; null for no body.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The body's media type; ignored without a body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>False to take a 429 as the answer at once.</summary>
    public bool ObeyRateLimit { get; init; } = true;
}
