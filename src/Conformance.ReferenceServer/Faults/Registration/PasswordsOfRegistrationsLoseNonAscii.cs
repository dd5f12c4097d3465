using Conformance.ReferenceServer.Accounts;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-13.</summary>
internal sealed class PasswordsOfRegistrationsLoseNonAscii()
    : PartFault<AccountService, PasswordsOfRegistrationsLoseNonAscii.Faulty>("REG-13", "Of a password given at registration only the ASCII characters are kept.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : AccountService(options)
    {
        public override Account? TryCreate(string localpart, string? password) =>
            base.TryCreate(localpart, password is null ? null : string.Concat(password.Where(char.IsAscii)));
    }
}
