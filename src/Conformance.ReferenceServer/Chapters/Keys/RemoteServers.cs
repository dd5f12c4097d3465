using Conformance.ReferenceServer.Configuration;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>Other servers. They cannot be asked: this one does not federate.</summary>
internal static class RemoteServers
{
    /// <summary>The server of a user; null if it is this one, or the ID names none.</summary>
    public static string? Of(string userId, ReferenceServerOptions options) =>
        userId.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && userId[(colon + 1)..] is { Length: > 0 } server
            && server != options.ServerName
            ? server
            : null;
}
