using System.Text.RegularExpressions;

namespace Conformance.Homeservers.ApplicationServices;

/// <summary>The registration of the suite's application service, as homeservers take it (Application Service API, "Registration").
/// Contains secrets.</summary>
public sealed record RegistrationFile
{
    /// <summary>The service's id.</summary>
    public const string Id = "conformance";

    /// <summary>Where the homeserver reaches the service.</summary>
    public required string Url { get; init; }

    /// <summary>The token of the service.</summary>
    public required string ApplicationServiceToken { get; init; }

    /// <summary>The token of the homeserver.</summary>
    public required string HomeserverToken { get; init; }

    /// <summary>What the localparts of the service's own users begin with.</summary>
    public required string UserPrefix { get; init; }

    /// <summary>What localparts in its shared namespace begin with; null if it has none.</summary>
    public string? SharedPrefix { get; init; }

    /// <summary>The localpart of the service's own user; null for <see cref="DefaultSender"/>.</summary>
    public string? SenderLocalpart { get; init; }

    /// <summary>The localpart of the own user of a service whose registration the suite writes.</summary>
    public static string DefaultSender(string userPrefix) => $"{userPrefix}sender";

    /// <summary>The file's text.</summary>
    public string ToYaml()
    {
        List<string> lines =
        [
            $"id: {Id}",
            $"url: {Quoted(Url)}",
            $"as_token: {Quoted(ApplicationServiceToken)}",
            $"hs_token: {Quoted(HomeserverToken)}",
            $"sender_localpart: {Quoted(SenderLocalpart ?? DefaultSender(UserPrefix))}",
            "rate_limited: false",
            "namespaces:",
            "  users:",
            .. Namespace(UserPrefix, isExclusive: true),
            .. SharedPrefix is null ? [] : Namespace(SharedPrefix, isExclusive: false),
            "  aliases: []",
            "  rooms: []",
            "",
        ];
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Namespace(string prefix, bool isExclusive) =>
        [$"  - exclusive: {(isExclusive ? "true" : "false")}", $"    regex: {Quoted($"@{Regex.Escape(prefix)}.*")}"];

    // In single quotes nothing but the quote itself is special.
    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
