using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Json;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>What a client says about the session that it wants, at login and at registration.</summary>
/// <param name="DeviceId">The device to log in on; null for a new one of the server's choice.</param>
/// <param name="DisplayName">The name of the device if it is new; null for none.</param>
/// <param name="Refreshable">Whether the client can refresh tokens.</param>
internal sealed record SessionRequest(string? DeviceId, string? DisplayName, bool Refreshable)
{
    /// <summary>Reads it from a body.</summary>
    /// <exception cref="MatrixException">400: a member has a wrong type, or the device ID is empty.</exception>
    public static SessionRequest Read(RequestObject body)
    {
        var deviceId = body.String("device_id");
        return deviceId is { Length: 0 }
            ? throw MatrixException.InvalidParam("\"device_id\" must not be empty.")
            : new SessionRequest(deviceId, body.String("initial_device_display_name"), body.Boolean("refresh_token") ?? false);
    }
}
