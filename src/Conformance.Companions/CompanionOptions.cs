using System.Net;

namespace Conformance.Companions;

/// <summary>Where the companions listen.</summary>
public sealed record CompanionOptions
{
    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The host by which a homeserver reaches them: a name or an address. IPv6 addresses stand in brackets.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port of the HTTP ones; 0 for a free one.</summary>
    public int HttpPort { get; init; }

    /// <summary>The port of the mail sink; 0 for a free one.</summary>
    public int MailPort { get; init; }

    /// <summary>The secrets that they share with the homeserver; new ones by default.</summary>
    public CompanionSecrets Secrets { get; init; } = new();
}
