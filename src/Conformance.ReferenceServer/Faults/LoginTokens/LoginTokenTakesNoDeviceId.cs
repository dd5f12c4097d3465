using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.LoginTokens;

/// <summary>Violates LGT-05.</summary>
internal sealed class LoginTokenTakesNoDeviceId()
    : AnswerFault<Operations.Login>("LGT-05", "A login with a login token does not take the device ID that it is given.")
{
    protected override Call Before(Call call) => call.Body.Has("token") ? WithBody(call, body => body.Remove("device_id")) : call;
}
