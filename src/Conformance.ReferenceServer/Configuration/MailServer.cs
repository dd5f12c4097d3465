namespace Conformance.ReferenceServer.Configuration;

/// <summary>Where a homeserver sends its mail: by SMTP, without TLS and without credentials.</summary>
/// <param name="Host">The host name or IP address.</param>
/// <param name="Port">The TCP port.</param>
public sealed record MailServer(string Host, int Port)
{
    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "noreply@localhost";
}
