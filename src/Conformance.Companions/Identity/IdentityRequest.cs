using Conformance.Companions.Web;
using Conformance.Matrix.Companions;

namespace Conformance.Companions.Identity;

/// <summary>A request to the identity server.</summary>
/// <param name="Call">The request.</param>
/// <param name="UserId">Whose access token it has; null without a valid one.</param>
/// <param name="Signature">The homeserver that signed it; null where none did.</param>
internal sealed record IdentityRequest(WebCall Call, string? UserId, HomeserverSignature? Signature);
