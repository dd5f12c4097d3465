using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-14.</summary>
internal sealed class LocalpartNamesNobody()
    : AnswerFault<Operations.Login>("LOG-14", "A login by localpart is refused.")
{
    protected override Call Before(Call call) =>
        call.Body.Object("identifier")?.String("user") is { } user && !user.StartsWith('@') ? throw MatrixException.Forbidden("The user or the password is wrong.") : call;
}
