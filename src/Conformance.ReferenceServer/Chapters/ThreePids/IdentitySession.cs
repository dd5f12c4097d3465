using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Json;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>A session at an identity server, in which a client had an identifier validated.</summary>
/// <param name="IdServer">The identity server's name.</param>
/// <param name="AccessToken">The user's token there. A secret.</param>
/// <param name="Sid">The session's ID.</param>
/// <param name="ClientSecret">What the client identifies it by. A secret.</param>
internal sealed record IdentitySession(string IdServer, string AccessToken, string Sid, string ClientSecret)
{
    /// <summary>Reads its four members, all of which must be there.</summary>
    /// <exception cref="MatrixException">A member is missing, or is not a string.</exception>
    public static IdentitySession Read(RequestObject credentials) => new(
        credentials.RequiredString("id_server"), credentials.RequiredString("id_access_token"),
        credentials.RequiredString("sid"), credentials.RequiredString("client_secret"));

    /// <summary>No output shows the secrets.</summary>
    public override string ToString() => IdServer;
}
