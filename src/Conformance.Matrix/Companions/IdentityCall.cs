using System.Text.Json;

using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Companions;

/// <summary>A call to the identity server. Contains secrets.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, decoded: <c>/_matrix/identity/v2/3pid/bind</c>.</param>
/// <param name="Body">The JSON body; null if there was none.</param>
/// <param name="UserId">Whose access token it carried; null for none, or one that was never issued.</param>
/// <param name="Signature">The signature of a homeserver that it carried; null for none.</param>
/// <param name="Status">What it was answered.</param>
public sealed record IdentityCall(string Method, string Path, JsonElement? Body, string? UserId, HomeserverSignature? Signature, int Status)
{
    /// <summary>A text member of the body; null where there is none.</summary>
    public string? Member(string name) =>
        Body?.Text(name);
}
