using System.Text.Json.Nodes;
using Conformance.Companions.Receiving;
using Conformance.Companions.Web;
using Conformance.Matrix.Companions;

namespace Conformance.Companions;

/// <summary>An application service: it records what the homeserver sends, answers its pings, and denies every user and room that it is
/// asked for.</summary>
/// <param name="requests">Keeps what the homeserver sends.</param>
internal sealed class ApplicationService(RequestLog requests) : IApplicationService, IWebCompanion
{
    private const string Prefix = "/_matrix/app/v1/";
    private const string Transactions = $"{Prefix}transactions/";

    private readonly Arrivals<ServiceCall> _calls = new();

    /// <inheritdoc/>
    public required string ApplicationServiceToken { get; init; }

    /// <summary>The token with which the homeserver calls.</summary>
    public required string HomeserverToken { get; init; }

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
        requests.Add("application-service", call);
        var transaction = call.Path.StartsWith(Transactions, StringComparison.Ordinal) ? call.Path[Transactions.Length..] : null;
        var authorised = call.BearerToken == HomeserverToken;
        _calls.Add(new ServiceCall(call.Method, call.Path, transaction, authorised, call.Json));
        if (call.BearerToken is null)
            return WebAnswer.Error(401, "M_UNAUTHORIZED", "The hs_token is missing.");
        if (!authorised)
            return WebAnswer.Error(403, "M_FORBIDDEN", "The hs_token is another one.");
        if (MethodOf(call.Path[Prefix.Length..]) is not { } method)
            return WebAnswer.Error(404, "M_UNRECOGNIZED", "There is no such endpoint.");
        if (method != call.Method)
            return WebAnswer.Error(405, "M_UNRECOGNIZED", $"The endpoint does not take {call.Method}.");
        return method == "GET"
            ? WebAnswer.Error(404, "M_NOT_FOUND", "The application service does not have it.")
            : WebAnswer.Json(200, new JsonObject());
    }

    /// <summary>The method that an endpoint takes; null where there is no such endpoint.</summary>
    private static string? MethodOf(string path) => path.Split('/') switch
    {
        ["transactions", { Length: > 0 }] => "PUT",
        ["ping"] => "POST",
        ["users" or "rooms", { Length: > 0 }] => "GET",
        ["thirdparty", "protocol", { Length: > 0 }] => "GET",
        ["thirdparty", "user" or "location"] or ["thirdparty", "user" or "location", { Length: > 0 }] => "GET",
        _ => null,
    };
}
