using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.ApplicationServices;

/// <summary>
/// Checks that an application service makes a call which only services may make ("Server admin style permissions" of the application
/// service API).
/// </summary>
internal sealed class ServiceCredentials(ApplicationServiceDirectory services)
{
    /// <summary>Refuses a call without the token of a service.</summary>
    /// <exception cref="MatrixException">401 <c>M_MISSING_TOKEN</c> or <c>M_UNKNOWN_TOKEN</c>.</exception>
    public void Require(Call call)
    {
        if (call.Token is null)
        {
            throw MatrixException.MissingToken();
        }

        if (!services.IsToken(call.Token))
        {
            throw MatrixException.UnknownToken("The token is not that of an application service.");
        }
    }
}
