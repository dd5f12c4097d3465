namespace Conformance.Matrix.Companions;

/// <summary>A validation session. Contains secrets.</summary>
/// <param name="Id">Its <c>sid</c>.</param>
/// <param name="ClientSecret">Its <c>client_secret</c>.</param>
public sealed record IdentitySession(string Id, string ClientSecret);
