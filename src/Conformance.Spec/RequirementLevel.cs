namespace Conformance.Spec;

/// <summary>How strongly a requirement is demanded (RFC 2119).</summary>
public enum RequirementLevel
{
    /// <summary>MUST.</summary>
    Must,

    /// <summary>MUST NOT.</summary>
    MustNot,

    /// <summary>SHOULD, SHOULD NOT, RECOMMENDED.</summary>
    Should,

    /// <summary>MAY.</summary>
    May,

    /// <summary>A required member or a type of the OpenAPI source.</summary>
    Schema,
}
