using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-01.</summary>
internal sealed class ChangedPasswordIsConfirmedByAList()
    : AnswerFault<ChangePassword>("PWD-01", "A change of password is answered with an array.")
{
    protected override Reply After(Reply reply, Call call) => reply with { Body = "[]"u8.ToArray() };
}
