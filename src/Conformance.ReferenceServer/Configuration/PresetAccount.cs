namespace Conformance.ReferenceServer.Configuration;

/// <summary>An account that exists from the start.</summary>
/// <param name="username">Its name.</param>
/// <param name="password">Its password. A secret.</param>
public sealed class PresetAccount(string username, string password)
{
    /// <summary>Its name: a valid localpart.</summary>
    public string Username { get; } = username;

    /// <summary>Its password. A secret.</summary>
    public string Password { get; } = password;
}
