using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-01.</summary>
internal sealed class LogoutGivesAnArray()
    : AnswerFault<Operations.Logout>("LGO-01", "A logout gives an empty array.")
{
    protected override Reply After(Reply reply, Call call) => reply with { Body = "[]"u8.ToArray() };
}
