namespace Conformance.Spec;

/// <summary>One operation of an API, as the specification's OpenAPI source documents it.</summary>
public sealed record Operation
{
    /// <summary>The <c>operationId</c>, e.g. <c>deleteDevice</c>; unique in its API.</summary>
    public required string Id { get; init; }

    /// <summary>The API it belongs to, e.g. <c>client-server</c>; the folder of its schemas.</summary>
    public required string Api { get; init; }

    /// <summary>The HTTP method in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The whole path template, e.g. <c>/_matrix/client/v3/devices/{deviceId}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the operation takes an access token.</summary>
    public Authentication Authentication { get; init; }

    /// <summary>The version that added the operation; null where the source has no such mark.</summary>
    public SpecVersion? Since { get; init; }

    /// <summary>The versions that changed the operation, oldest first; empty where the source has no such mark.</summary>
    public IReadOnlyList<SpecVersion> Changed { get; init; } = [];

    /// <summary>Whether the operation is marked as deprecated.</summary>
    public bool Deprecated { get; init; }

    /// <summary>Path, query and header parameters, in the order of the source.</summary>
    public IReadOnlyList<OperationParameter> Parameters { get; init; } = [];

    /// <summary>The request's body; null where the operation takes none.</summary>
    public RequestBody? Request { get; init; }

    /// <summary>The documented responses, in the order of their status.</summary>
    public IReadOnlyList<DocumentedResponse> Responses { get; init; } = [];

    /// <summary>
    /// The documented response for a status: the exact one, else its range (<c>4XX</c>), else <c>default</c>; null if undocumented.
    /// </summary>
    public DocumentedResponse? ResponseFor(int status) =>
        Responses.FirstOrDefault(response => response.Status == status.ToString(System.Globalization.CultureInfo.InvariantCulture))
        ?? Responses.FirstOrDefault(response => response.Status.Length == 3
            && response.Status.EndsWith("XX", StringComparison.OrdinalIgnoreCase) && response.Status[0] - '0' == status / 100)
        ?? Responses.FirstOrDefault(response => response.Status == "default");

    /// <summary>
    /// The link to the operation's section in the published specification. The site names it by method and path in lower case, without
    /// punctuation other than hyphens and underscores: <c>client-server-api/#delete_matrixclientv3devicesdeviceid</c>.
    /// </summary>
    /// <param name="version">The version to link to.</param>
    public Uri Link(SpecVersion version) => new($"https://spec.matrix.org/{version}/{Anchor}");

    /// <summary>Page and fragment of its section: <c>client-server-api/#delete_matrixclientv3devicesdeviceid</c>.</summary>
    public string Anchor
    {
        get
        {
            var page = Api is "identity" ? "identity-service-api" : $"{Api}-api";
            var heading = (Method + Path).Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
            return $"{page}/#{string.Concat(heading).ToLowerInvariant()}";
        }
    }

    /// <summary>Method and path template, e.g. <c>GET /_matrix/client/v3/devices</c>.</summary>
    public override string ToString() => $"{Method} {Path}";
}
