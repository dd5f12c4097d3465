using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-11.</summary>
internal sealed class WeakPasswordIsForbidden()
    : PartFault<AccountService, WeakPasswordIsForbidden.Faulty>("PWD-11", "A weak password is refused with M_FORBIDDEN.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : AccountService(options)
    {
        private const int Least = 8;

        public override void CheckPassword(string password)
        {
            if (password.Length < Least)
            {
                throw MatrixException.Forbidden("The password is too short.");
            }

            base.CheckPassword(password);
        }
    }
}
