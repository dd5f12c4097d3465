using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Fallback;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-37.</summary>
internal sealed class WrongTokenIsNoError()
    : PartFault<PhoneValidation, WrongTokenIsNoError.Faulty>("RQT-37", "A wrong token of a text message gives 200 with success false.")
{
    internal sealed class Faulty(IdentityHttp http, HomeserverAddress address, ReferenceServerOptions options) : PhoneValidation(http, address, options)
    {
        protected override JsonObject Incorrect() => new() { ["success"] = false };
    }
}
