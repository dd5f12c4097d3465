namespace Conformance.Spec;

/// <summary>How the specification states a requirement.</summary>
public enum RequirementBasis
{
    /// <summary>A capitalised RFC 2119 word.</summary>
    Explicit,

    /// <summary>"must" or "should" in lower case.</summary>
    Lowercase,

    /// <summary>A plain statement, a table row or a documented response.</summary>
    Indicative,

    /// <summary>It follows from the text without being stated.</summary>
    Derived,

    /// <summary>The OpenAPI source's schema.</summary>
    Schema,
}
