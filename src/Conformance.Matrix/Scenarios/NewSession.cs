using Conformance.Matrix.Actors;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Scenarios;

/// <summary>Reads the session that a login or a registration gives.</summary>
internal static class NewSession
{
    /// <summary>The session; its tokens are kept out of every output.</summary>
    /// <param name="exchange">The login or registration.</param>
    /// <param name="deviceId">The device that was asked for; null where the server was to choose.</param>
    /// <param name="redactor">Learns the tokens.</param>
    /// <exception cref="ViolationException">The answer gives no session, or one of another device.</exception>
    public static Session Read(Exchange exchange, string? deviceId, Redactor redactor)
    {
        var name = Name(exchange);
        if (exchange.Response is not { Status: 200 })
            throw new ViolationException(new Violation($"set-up: {name} should give 200", exchange.Outcome, exchange));
        var session = new Session
        {
            UserId = UserId(exchange),
            DeviceId = Member(exchange, "device_id"),
            AccessToken = Member(exchange, "access_token"),
            RefreshToken = Text(exchange, "refresh_token"),
        };
        redactor.Learn(session.AccessToken, SecretKind.AccessToken);
        redactor.Learn(session.RefreshToken, SecretKind.RefreshToken);
        return deviceId is null || session.DeviceId == deviceId
            ? session
            : throw new ViolationException(new Violation($"set-up: {name} with the device_id \"{deviceId}\" gives that device",
                $"the device \"{session.DeviceId}\"", exchange));
    }

    /// <summary>The full user id that an answer gives.</summary>
    /// <exception cref="ViolationException">It gives none.</exception>
    public static string UserId(Exchange exchange)
    {
        var userId = Member(exchange, "user_id");
        return userId.StartsWith('@') && userId.Contains(':', StringComparison.Ordinal)
            ? userId
            : throw new ViolationException(new Violation($"set-up: {Name(exchange)} should give a user_id of the form @localpart:server",
                $"\"{userId}\"", exchange));
    }

    private static string Name(Exchange exchange) => exchange.Operation?.Id ?? "the call";

    private static string Member(Exchange exchange, string name) =>
        Text(exchange, name) is { Length: > 0 } value
            ? value
            : throw new ViolationException(new Violation($"set-up: {Name(exchange)} should give the string {name}", $"200 without {name}",
                exchange));

    private static string? Text(Exchange exchange, string name) => exchange.Response?.Json?.Text(name);
}
