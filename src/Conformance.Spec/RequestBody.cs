namespace Conformance.Spec;

/// <summary>The body that an operation takes.</summary>
/// <param name="Required">Whether a request without a body is malformed.</param>
/// <param name="MediaTypes">The media types documented, in the order of the source.</param>
/// <param name="Schema">The file of the JSON body's schema, relative to the version's folder
/// (<c>client-server/updateDevice.request.json</c>); null if the body is not JSON.</param>
public sealed record RequestBody(bool Required, IReadOnlyList<string> MediaTypes, string? Schema);
