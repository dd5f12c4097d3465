using System.Collections.Frozen;

namespace Conformance.JsonSchema.Formats;

/// <summary>
/// The formats that can be asserted: those of 2020-12 (validation, section 7.3) except <c>idn-hostname</c>, the numeric ones of OpenAPI,
/// and those that the Matrix specification defines (its appendices).
/// </summary>
internal static class KnownFormats
{
    private static readonly FrozenDictionary<string, Format> Formats = All()
        .ToFrozenDictionary(format => format.Name, StringComparer.Ordinal);

    /// <summary>A format by its name; null for an unknown format, which is never asserted.</summary>
    public static Format? Find(string name) => Formats.GetValueOrDefault(name);

    private static IEnumerable<Format> All() =>
    [
        String("date-time", "a date and time of RFC 3339", DateAndTime.IsDateTime),
        String("date", "a date of RFC 3339", DateAndTime.IsDate),
        String("time", "a time of RFC 3339 with its offset", DateAndTime.IsTime),
        String("duration", "a duration of ISO 8601", DateAndTime.IsDuration),
        String("email", "an email address", MailAddress.IsMailbox),
        String("idn-email", "an email address", MailAddress.IsInternationalMailbox),
        String("hostname", "a host name", HostAddress.IsHostName),
        String("ipv4", "an IPv4 address", HostAddress.IsIPv4),
        String("ipv6", "an IPv6 address", HostAddress.IsIPv6),
        String("uri", "an absolute URI", UriSyntax.IsUri),
        String("uri-reference", "a URI reference", UriSyntax.IsUriReference),
        String("iri", "an absolute IRI", UriSyntax.IsIri),
        String("iri-reference", "an IRI reference", UriSyntax.IsIriReference),
        String("uri-template", "a URI template", UriTemplate.IsTemplate),
        String("uuid", "a UUID", Identifiers.IsUuid),
        String("json-pointer", "a JSON Pointer", Identifiers.IsJsonPointer),
        String("relative-json-pointer", "a relative JSON Pointer", Identifiers.IsRelativeJsonPointer),
        String("regex", "a regular expression of ECMA-262", Identifiers.IsRegex),

        Number("int32", "an integer of 32 bits", NumericRange.IsInt32),
        Number("int64", "an integer of 64 bits", NumericRange.IsInt64),
        Number("float", "a number of single precision", NumericRange.IsFloat),
        Number("double", "a number of double precision", NumericRange.IsDouble),

        String("mx-user-id", "a Matrix user ID", MatrixIdentifiers.IsUserId),
        String("mx-room-id", "a Matrix room ID", MatrixIdentifiers.IsRoomId),
        String("mx-room-alias", "a Matrix room alias", MatrixIdentifiers.IsRoomAlias),
        String("mx-event-id", "a Matrix event ID", MatrixIdentifiers.IsEventId),
        String("mx-server-name", "a Matrix server name", MatrixIdentifiers.IsServerName),
        String("mx-mxc-uri", "a Matrix content URI", MatrixIdentifiers.IsContentUri),
        String("mx-unpadded-base64", "unpadded Base64", MatrixIdentifiers.IsUnpaddedBase64),
        String("mx-urlsafe-unpadded-base64", "URL-safe unpadded Base64", MatrixIdentifiers.IsUrlSafeUnpaddedBase64),
    ];

    private static Format String(string name, string description, FormatCheck check) =>
        new(name, description, AppliesToNumbers: false, check);

    private static Format Number(string name, string description, FormatCheck check) =>
        new(name, description, AppliesToNumbers: true, check);
}
