using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Http;

/// <summary>A request that was refused.</summary>
/// <param name="Reason">Why.</param>
/// <param name="OperationId">The operation; null where no route was found.</param>
/// <param name="Token">The access token that it came with.</param>
/// <param name="Target">Path and query; null where no route was found.</param>
internal sealed record Refused(MatrixException Reason, string? OperationId, string? Token, RequestTarget? Target);
