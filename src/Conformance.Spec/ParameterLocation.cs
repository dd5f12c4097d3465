namespace Conformance.Spec;

/// <summary>Where a parameter of an operation goes (OpenAPI's <c>in</c>).</summary>
public enum ParameterLocation
{
    /// <summary>A segment of the path.</summary>
    Path,

    /// <summary>The query string.</summary>
    Query,

    /// <summary>A header field of the request.</summary>
    Header,
}
