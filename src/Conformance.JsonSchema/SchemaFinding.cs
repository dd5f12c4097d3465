namespace Conformance.JsonSchema;

/// <summary>One violation of a schema by an instance.</summary>
/// <param name="InstancePointer">JSON Pointer (RFC 6901) to the offending value; empty for the root.</param>
/// <param name="SchemaPointer">JSON Pointer to the keyword that was violated, in the schema as it was compiled.</param>
/// <param name="Keyword">The keyword that was violated, e.g. <c>required</c>.</param>
/// <param name="Message">One sentence for people: what was expected and what was found.</param>
public sealed record SchemaFinding(string InstancePointer, string SchemaPointer, string Keyword, string Message);
