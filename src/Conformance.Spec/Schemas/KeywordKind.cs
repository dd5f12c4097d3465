namespace Conformance.Spec.Schemas;

/// <summary>What the value of a schema keyword is.</summary>
internal enum KeywordKind
{
    /// <summary>Any value.</summary>
    Value,

    /// <summary>A text, or a list of texts, whatever it looks like.</summary>
    Text,

    /// <summary>A schema.</summary>
    Schema,

    /// <summary>A list of schemas.</summary>
    SchemaList,

    /// <summary>A map from names to schemas.</summary>
    SchemaMap,
}
