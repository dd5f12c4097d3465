using System.Text.Json;

namespace Conformance.Matrix.Companions;

/// <summary>A call of the homeserver to the application service.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, decoded: <c>/_matrix/app/v1/transactions/1</c>.</param>
/// <param name="TransactionId">The transaction's id; null for another call.</param>
/// <param name="IsAuthorised">Whether it carried the service's <c>hs_token</c> in its header.</param>
/// <param name="Body">The JSON body; null if there was none.</param>
public sealed record ServiceCall(string Method, string Path, string? TransactionId, bool IsAuthorised, JsonElement? Body);
