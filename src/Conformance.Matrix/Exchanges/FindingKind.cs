namespace Conformance.Matrix.Exchanges;

/// <summary>Which check of the judge a finding comes from.</summary>
public enum FindingKind
{
    /// <summary>The status is not documented for the operation, nor a general one.</summary>
    UndocumentedStatus,

    /// <summary>A 5xx: the server broke.</summary>
    ServerError,

    /// <summary>The operation is missing: nothing else about it can be checked.</summary>
    NotImplemented,

    /// <summary>The Content-Type is not documented.</summary>
    ContentType,

    /// <summary>The body is not valid UTF-8.</summary>
    Utf8,

    /// <summary>The body is not valid JSON.</summary>
    Json,

    /// <summary>A JSON object has the same member twice.</summary>
    DuplicateMember,

    /// <summary>The body violates the schema of this operation and status.</summary>
    Schema,

    /// <summary>An error answer lacks the standard error's form.</summary>
    StandardError,

    /// <summary>The CORS headers are missing or other than the specification's.</summary>
    Cors,

    /// <summary>A member that the schema does not know: noted, never failed.</summary>
    UnknownMember,
}
