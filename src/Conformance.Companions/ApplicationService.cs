using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Conformance.Companions.Receiving;
using Conformance.Companions.Web;
using Conformance.Matrix.Companions;

namespace Conformance.Companions;

/// <summary>An application service: it records what the homeserver sends, answers its pings, and denies every user and room that it is
/// asked for.</summary>
internal sealed class ApplicationService : IApplicationService, IWebCompanion
{
    private const string Prefix = "/_matrix/app/v1/";
    private const string Transactions = $"{Prefix}transactions/";

    private readonly Arrivals<ServiceCall> _calls = new();

    /// <inheritdoc/>
    public string ApplicationServiceToken { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The token with which the homeserver calls.</summary>
    public string HomeserverToken { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <inheritdoc/>
    public IReadOnlyList<ServiceCall> Calls => _calls.All;

    /// <inheritdoc/>
    public Task<ServiceCall?> AwaitAsync(Func<ServiceCall, bool> matches, TimeSpan deadline, CancellationToken cancellationToken) =>
        _calls.AwaitAsync(calls => calls.FirstOrDefault(matches), deadline, cancellationToken);

    /// <inheritdoc/>
    public WebAnswer? Answer(WebCall call)
    {
        if (!call.Path.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var transaction = call.Path.StartsWith(Transactions, StringComparison.Ordinal) ? call.Path[Transactions.Length..] : null;
        var authorised = call.BearerToken == HomeserverToken;
        _calls.Add(new ServiceCall(call.Method, call.Path, transaction, authorised, call.Json));
        if (call.BearerToken is null)
            return WebAnswer.Error(401, "M_UNAUTHORIZED", "The hs_token is missing.");
        if (!authorised)
            return WebAnswer.Error(403, "M_FORBIDDEN", "The hs_token is another one.");
        return call.Method switch
        {
            "PUT" when transaction is not null => WebAnswer.Json(200, new JsonObject()),
            "POST" when call.Path == $"{Prefix}ping" => WebAnswer.Json(200, new JsonObject()),
            "GET" => WebAnswer.Error(404, "M_NOT_FOUND", "The application service does not have it."),
            _ => WebAnswer.Error(405, "M_UNRECOGNIZED", "The application service does not take this."),
        };
    }
}
