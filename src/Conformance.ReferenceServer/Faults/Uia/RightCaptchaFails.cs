using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIT-05.</summary>
internal sealed class RightCaptchaFails()
    : PartFault<CaptchaVerifier, RightCaptchaFails.Faulty>("UIT-05", "A response to the captcha that the service accepts fails the stage.")
{
    internal sealed class Faulty(ReferenceServerOptions options, OutgoingHttp http) : CaptchaVerifier(options, http)
    {
        public override Task<bool> AcceptsAsync(string response, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
