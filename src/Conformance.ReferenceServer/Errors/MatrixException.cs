using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Errors;

/// <summary>A request that is refused with a standard error response. The message goes to the client and holds no secrets.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="errorCode">The <c>errcode</c>.</param>
/// <param name="message">The <c>error</c>: a sentence for people.</param>
internal sealed class MatrixException(int status, string errorCode, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The <c>errcode</c>.</summary>
    public string ErrorCode { get; } = errorCode;

    /// <summary>Members that this error code adds to the standard ones, e.g. <c>soft_logout</c>.</summary>
    public IReadOnlyDictionary<string, JsonNode> Extras { get; init; } = new Dictionary<string, JsonNode>();

    /// <summary>Header fields that go with it, e.g. <c>Retry-After</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The same message with another status and error code, and without further members and header fields.</summary>
    public MatrixException As(int status, string errorCode) => new(status, errorCode, Message);

    /// <summary>A required parameter or member is absent.</summary>
    public static MatrixException Missing(string name) => new(400, ErrorCodes.MissingParam, $"\"{name}\" is missing.");

    /// <summary>The body is JSON of the wrong shape.</summary>
    public static MatrixException BadJson(string message) => new(400, ErrorCodes.BadJson, message);

    /// <summary>A parameter has a value outside its range.</summary>
    public static MatrixException InvalidParam(string message) => new(400, ErrorCodes.InvalidParam, message);

    /// <summary>The caller may not do this, or did not prove who they are.</summary>
    public static MatrixException Forbidden(string message) => new(403, ErrorCodes.Forbidden, message);

    /// <summary>The requested thing does not exist.</summary>
    public static MatrixException NotFound(string message) => new(404, ErrorCodes.NotFound, message);

    /// <summary>The token is not, or no longer, known.</summary>
    public static MatrixException UnknownToken(string message) => new(401, ErrorCodes.UnknownToken, message);

    /// <summary>The request needs an access token and has none.</summary>
    public static MatrixException MissingToken() => new(401, ErrorCodes.MissingToken, "An access token is needed.");
}
