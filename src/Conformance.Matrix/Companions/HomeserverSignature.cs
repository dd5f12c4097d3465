namespace Conformance.Matrix.Companions;

/// <summary>The <c>X-Matrix</c> signature of a homeserver's request.</summary>
/// <param name="Origin">The name of the homeserver that signed.</param>
/// <param name="KeyId">The key: <c>ed25519:1</c>.</param>
/// <param name="Value">The signature in unpadded base64.</param>
public sealed record HomeserverSignature(string Origin, string KeyId, string Value);
