using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>What an identity server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON object of the body; null if it is none.</param>
internal sealed record IdentityAnswer(int Status, JsonObject? Body)
{
    /// <summary>Whether the call succeeded.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The standard error code; null without one.</summary>
    public string? ErrorCode => Text("errcode");

    /// <summary>A string member; null if absent or of another type.</summary>
    public string? Text(string name) => Body?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A member that is a whole number; null if absent or of another type.</summary>
    public long? Integer(string name) => Body?[name] is JsonValue value && value.TryGetValue(out long number) ? number : null;

    /// <summary>Whether a member is true.</summary>
    public bool IsTrue(string name) => Body?[name] is JsonValue value && value.TryGetValue(out bool flag) && flag;
}
