using Conformance.Matrix.ThreePids;

namespace Conformance.Matrix.Companions;

/// <summary>An identity server. It remembers what it was called for. Safe to use from many scenarios at once.</summary>
public interface IIdentityServer
{
    /// <summary>Its name with the port, as clients give it in <c>id_server</c>.</summary>
    string Name { get; }

    /// <summary>Its base URL.</summary>
    Uri Url { get; }

    /// <summary>What it was called for, in the order it came.</summary>
    IReadOnlyList<IdentityCall> Calls { get; }

    /// <summary>The identifiers that are bound, and to whom.</summary>
    IReadOnlyList<IdentityBinding> Bindings { get; }

    /// <summary>An access token of this server, as a client gets it that has accepted its terms. A secret.</summary>
    /// <param name="userId">Whose it is.</param>
    string IssueAccessToken(string userId);

    /// <summary>A validation session that the person has completed already.</summary>
    /// <param name="threePid">The identifier.</param>
    IdentitySession Validate(ThreePid threePid);

    /// <summary>Lets every attempt to bind an address fail from now on.</summary>
    /// <param name="address">The address in canonical form.</param>
    /// <param name="status">The HTTP status to answer.</param>
    /// <param name="errorCode">The error code to answer.</param>
    void RefuseBinding(string address, int status, string errorCode);

    /// <summary>Waits for a call.</summary>
    /// <param name="matches">Which call.</param>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first such call, also if it came before; null if none came in time.</returns>
    Task<IdentityCall?> AwaitAsync(Func<IdentityCall, bool> matches, TimeSpan deadline, CancellationToken cancellationToken);
}
