using System.Text.Json;

namespace Conformance.Matrix.Exchanges;

/// <summary>Reads members of JSON that a server sent, which may have any form.</summary>
public static class JsonMembers
{
    /// <summary>The text of a member; null where the owner is not an object, has no such member, or has another type there.</summary>
    /// <param name="owner">What should be an object.</param>
    /// <param name="member">The member's name.</param>
    public static string? Text(this JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
