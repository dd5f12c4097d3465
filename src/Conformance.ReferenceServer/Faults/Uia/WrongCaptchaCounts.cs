using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIT-06.</summary>
internal sealed class WrongCaptchaCounts()
    : PartFault<CaptchaVerifier, WrongCaptchaCounts.Faulty>("UIT-06", "Any response to the captcha completes the stage.")
{
    internal sealed class Faulty(ReferenceServerOptions options, OutgoingHttp http) : CaptchaVerifier(options, http)
    {
        public override Task<bool> AcceptsAsync(string response, CancellationToken cancellationToken) => Task.FromResult(true);
    }
}
