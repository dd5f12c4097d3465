namespace Conformance.Matrix.Calls;

/// <summary>What is wrong with a request's body.</summary>
public enum MalformedBodyKind
{
    /// <summary>It is text, but no JSON (RFC 8259).</summary>
    NoJson,

    /// <summary>It would be JSON, were its bytes UTF-8.</summary>
    NoUtf8,

    /// <summary>It is JSON, but no object.</summary>
    NoObject,

    /// <summary>A member that the schema requires is absent.</summary>
    RequiredMemberMissing,

    /// <summary>A member that the schema requires has another type than there.</summary>
    RequiredMemberOfWrongType,

    /// <summary>A member that the schema knows and does not require has another type than there; <c>auth</c> is left out.</summary>
    OptionalMemberOfWrongType,

    /// <summary>Nothing: there is a further member, a number that canonical JSON does not have. JSON has it.</summary>
    NumberBeyondCanonicalJson,

    /// <summary>The member <c>auth</c> is not an object, <c>null</c> among others.</summary>
    AuthIsNoObject,
}
