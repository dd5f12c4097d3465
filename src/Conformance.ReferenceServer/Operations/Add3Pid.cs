using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Would add a validated identifier to the account. Nothing can be validated here, so that no session is a validated one.</summary>
internal class Add3Pid(UiaEngine engine) : UiaOperation("add3PID", engine)
{
    /// <inheritdoc/>
    public override void Check(Call call)
    {
        _ = call.Body.RequiredString("client_secret");
        _ = call.Body.RequiredString("sid");
    }

    /// <inheritdoc/>
    protected override Reply Perform(Call call, Account? authenticated) =>
        throw new MatrixException(400, ErrorCodes.ThreepidAuthFailed, "There is no validated session of this ID and secret.");
}
