using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Http;

/// <summary>Finds out who calls.</summary>
internal interface IAuthenticator
{
    /// <summary>The caller that an access token stands for.</summary>
    /// <exception cref="MatrixException">The token is not valid, or the caller may not call this operation.</exception>
    Requester Authenticate(Call call, string token);
}
