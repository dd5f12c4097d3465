using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.ThreePids;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Flows.Validation;

/// <summary>A validation session that a homeserver has begun. Contains secrets.</summary>
public sealed record PendingValidation
{
    /// <summary>The identifier; a telephone number may be in the form that is dialled inside its country, if a feature gave it
    /// so.</summary>
    public required ThreePid ThreePid { get; init; }

    /// <summary>The session's <c>sid</c>.</summary>
    public required string SessionId { get; init; }

    /// <summary>The client's secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Where to submit the code; null if the server named no place.</summary>
    public Uri? SubmitUrl { get; init; }

    /// <summary>How many messages had come for the address before.</summary>
    public int Seen { get; init; }

    /// <summary>The session as other operations take it: <c>sid</c> and <c>client_secret</c>.</summary>
    public JsonObject Credentials() => new() { ["sid"] = SessionId, ["client_secret"] = ClientSecret };

    /// <summary>The session that a call for a message has begun; null where it failed.</summary>
    /// <param name="call">A call of one of <see cref="ValidationPurpose.MessageRequests"/>.</param>
    /// <param name="exchange">What came of it.</param>
    internal static PendingValidation? Read(OperationCall call, Exchange exchange)
    {
        if (IdIn(exchange) is not { } sid
            || exchange.Response?.Json is not { } body
            || Text(call, "client_secret") is not { } secret
            || (Text(call, "email") ?? Text(call, "phone_number")) is not { } address)
        {
            return null;
        }

        return new PendingValidation
        {
            ThreePid = ThreePid.Parse(address),
            SessionId = sid,
            ClientSecret = secret,
            SubmitUrl = Uri.TryCreate(exchange.Request.Url, body.Text("submit_url"), out var url) && body.Text("submit_url") is not null
                ? url
                : null,
        };
    }

    /// <summary>The <c>sid</c> of the session that a call for a message has begun; null where it began none.</summary>
    internal static string? IdIn(Exchange exchange) => exchange.Response is { Status: 200, Json: { } body } ? body.Text("sid") : null;

    /// <summary>What the server did not meet where a call for a message began no session.</summary>
    internal static Violation MissingIn(Exchange exchange) => new(
        $"set-up: {exchange.Operation?.Id} should give 200 with a sid",
        exchange.Response is { Status: 200 } ? "200 without a sid that is a string" : exchange.Outcome,
        exchange);

    private static string? Text(OperationCall call, string argument) =>
        call.Arguments.GetValueOrDefault(argument) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
