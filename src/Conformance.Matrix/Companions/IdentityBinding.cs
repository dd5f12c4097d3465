namespace Conformance.Matrix.Companions;

/// <summary>An identifier that is bound to a Matrix user at the identity server.</summary>
/// <param name="Medium"><c>email</c> or <c>msisdn</c>.</param>
/// <param name="Address">The address in canonical form.</param>
/// <param name="UserId">The Matrix user.</param>
public sealed record IdentityBinding(string Medium, string Address, string UserId);
