using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>What a session of user-interactive authentication authorises: one API call, by one user, with these parameters.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="UserId">The owner of the access token; null where there was none.</param>
/// <param name="Parameters">Path parameters and body without <c>auth</c>, so that equal requests have equal text.</param>
internal sealed record UiaBinding(string OperationId, string? UserId, string Parameters)
{
    /// <summary>The binding of a call.</summary>
    public static UiaBinding Of(Call call) => new(
        call.OperationId,
        call.Caller?.Account.UserId,
        string.Join(
            '\n', [.. call.PathParameters.Values.Select(Uri.EscapeDataString), CanonicalJson.Write(call.Body.Element, UiaAuth.Member)]));
}
