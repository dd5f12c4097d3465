using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Scenarios;

/// <summary>The calls with which accounts and sessions are made.</summary>
internal static class AccountCalls
{
    /// <summary>Registers a user.</summary>
    public static OperationCall Register(
        Specification specification, string userName, string password, string? deviceId, bool refreshToken) => new()
        {
            Operation = specification.GetOperation(Operations.Register),
            Arguments = Arguments(
            ("username", userName),
            ("password", password),
            ("device_id", deviceId),
            ("refresh_token", refreshToken ? true : null)),
        };

    /// <summary>Registers a user of an application service, without a session.</summary>
    public static OperationCall RegisterByService(Specification specification, string userName) => new()
    {
        Operation = specification.GetOperation(Operations.Register),
        Arguments = Arguments(("type", LoginTypes.ApplicationService), ("username", userName), ("inhibit_login", true)),
    };

    /// <summary>Logs an account in with its password.</summary>
    public static OperationCall LogIn(
        Specification specification, Account account, string? deviceId, string? displayName, bool refreshToken) => new()
        {
            Operation = specification.GetOperation(Operations.LogIn),
            Arguments = Arguments(
            ("type", StageType.Password.Name),
            ("identifier", new JsonObject { ["type"] = "m.id.user", ["user"] = account.UserId }),
            ("password", account.Password),
            ("device_id", deviceId),
            ("initial_device_display_name", displayName),
            ("refresh_token", refreshToken ? true : null)),
        };

    /// <summary>Logs in with a login token.</summary>
    public static OperationCall LogInWithToken(Specification specification, string token, string? deviceId) => new()
    {
        Operation = specification.GetOperation(Operations.LogIn),
        Arguments = new Dictionary<string, JsonNode?> { ["type"] = LoginTypes.Token, ["token"] = token, ["device_id"] = deviceId },
    };

    /// <summary>Logs a user of an application service in.</summary>
    public static OperationCall LogInByService(Specification specification, Account account, string? deviceId) => new()
    {
        Operation = specification.GetOperation(Operations.LogIn),
        Arguments = Arguments(
            ("type", LoginTypes.ApplicationService),
            ("identifier", new JsonObject { ["type"] = "m.id.user", ["user"] = account.UserId }),
            ("device_id", deviceId)),
    };

    /// <summary>The ids of an account's devices; null where the answer has none to read.</summary>
    public static IReadOnlyList<string>? DeviceIds(Exchange exchange) =>
        exchange.Response is { Status: 200, Json: { } body } && body.Items("devices") is { } devices
            ? [.. devices.Select(device => device.Text("device_id")).OfType<string>()]
            : null;

    private static Dictionary<string, JsonNode?> Arguments(params IEnumerable<(string Name, JsonNode? Value)> arguments) =>
        arguments.Where(argument => argument.Value is not null)
            .ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);
}
