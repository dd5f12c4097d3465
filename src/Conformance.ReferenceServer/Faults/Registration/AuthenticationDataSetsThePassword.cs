using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-14.</summary>
internal sealed class AuthenticationDataSetsThePassword()
    : PartFault<Register, AuthenticationDataSetsThePassword.Faulty>("REG-14", "A password among the authentication data of a registration becomes that of the account.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override JsonObject Result(Account account, RequestObject body)
        {
            if (body.Object("auth")?.String("password") is { } password)
            {
                Accounts.SetPassword(account, password);
            }

            return base.Result(account, body);
        }
    }
}
