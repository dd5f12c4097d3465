using Conformance.Matrix.Actors;

namespace Conformance.Matrix.Targets;

/// <summary>Makes accounts by another way than registration: a server's own administration.</summary>
public interface IAccountMaker
{
    /// <summary>Makes an account, without a session.</summary>
    /// <param name="localpart">The part of the user id between <c>@</c> and the colon; nobody has it yet.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="Verdicts.SuiteErrorException">The server does not make it; one line, without secrets.</exception>
    Task<Account> MakeAsync(string localpart, string password, CancellationToken cancellationToken);
}
