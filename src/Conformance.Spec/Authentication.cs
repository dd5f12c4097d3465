namespace Conformance.Spec;

/// <summary>Whether an operation takes an access token (the <c>security</c> of its OpenAPI source).</summary>
public enum Authentication
{
    /// <summary>The operation takes no access token.</summary>
    None,

    /// <summary>The operation works with and without an access token.</summary>
    Optional,

    /// <summary>Without an access token the answer is 401 <c>M_MISSING_TOKEN</c>.</summary>
    Required,
}
