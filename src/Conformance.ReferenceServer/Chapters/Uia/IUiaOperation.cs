using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>What the engine of user-interactive authentication must know about an operation.</summary>
internal interface IUiaOperation
{
    /// <summary>Whether this call needs authentication.</summary>
    bool NeedsAuthentication(Call call);

    /// <summary>
    /// Refuses a call that cannot be performed, for reasons other than authentication, before the user is asked for anything.
    /// </summary>
    /// <exception cref="MatrixException">The call is refused.</exception>
    void Check(Call call);

    /// <summary>Performs the call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="authenticated">Who authenticated; null if no stage found out, or none was needed.</param>
    /// <param name="cancellationToken">Cancels the work when the client goes away.</param>
    Task<Reply> PerformAsync(Call call, Account? authenticated, CancellationToken cancellationToken);

    /// <summary>Whether a client that repeats the call in its finished session gets the same result once more, instead of a new
    /// challenge.</summary>
    bool RepeatsResult { get; }
}
