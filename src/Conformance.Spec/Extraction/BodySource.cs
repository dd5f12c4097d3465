using Conformance.Spec.Sources;

namespace Conformance.Spec.Extraction;

/// <summary>A body, of a request or of a response.</summary>
/// <param name="Required">Whether a request must have it.</param>
/// <param name="MediaTypes">In the order of the source.</param>
/// <param name="JsonSchema">The schema of the JSON body; null if there is none.</param>
internal sealed record BodySource(bool Required, IReadOnlyList<string> MediaTypes, SourceNode? JsonSchema)
{
    public static BodySource None { get; } = new(false, [], null);

    /// <summary>Whether a media type is JSON: <c>application/json</c> or one with the suffix <c>+json</c>.</summary>
    public static bool IsJson(string mediaType)
    {
        var type = mediaType.AsSpan();
        if (type.IndexOf(';') is >= 0 and var parameters)
            type = type[..parameters].TrimEnd();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
