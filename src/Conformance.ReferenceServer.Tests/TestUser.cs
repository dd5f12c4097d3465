namespace Conformance.ReferenceServer.Tests;

/// <summary>A user on a device, as a test has it.</summary>
internal sealed record TestUser(string UserId, string Password, string DeviceId, string Token, string? RefreshToken)
{
    /// <summary>The user ID's part before the colon.</summary>
    public string Localpart => UserId[1..UserId.IndexOf(':')];

    /// <summary>The identifier object that names the user.</summary>
    public object Identifier => new { type = "m.id.user", user = UserId };

    /// <summary>The data of the password stage.</summary>
    public object Auth(string? session, string? password = null) =>
        session is null
            ? new { type = "m.login.password", identifier = Identifier, password = password ?? Password }
            : new { type = "m.login.password", identifier = Identifier, password = password ?? Password, session };
}
