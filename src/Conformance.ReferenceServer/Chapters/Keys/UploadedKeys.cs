using System.Text.Json;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>What a device uploads.</summary>
/// <param name="Identity">The identity keys; null leaves them as they are.</param>
/// <param name="OneTime">One-time keys by <c>algorithm:id</c>.</param>
/// <param name="Fallback">Fallback keys by <c>algorithm:id</c>.</param>
internal sealed record UploadedKeys(
    JsonElement? Identity, IReadOnlyDictionary<string, JsonElement> OneTime, IReadOnlyDictionary<string, JsonElement> Fallback);
