namespace Conformance.JsonSchema;

/// <summary>
/// A schema that cannot be compiled: it is not JSON, breaks the rules of JSON Schema, or refers to a schema that does not exist.
/// </summary>
public sealed class SchemaException : Exception
{
    /// <summary>Creates the exception; its message is the pointer followed by what is wrong.</summary>
    /// <param name="schemaPointer">JSON Pointer to the place in the schema; empty for its root; with the document's URI before a <c>#</c>
    /// if it is not the root document.</param>
    /// <param name="problem">What is wrong there, one sentence without a full stop.</param>
    /// <param name="innerException">The error underneath, if there is one.</param>
    public SchemaException(string schemaPointer, string problem, Exception? innerException = null)
        : base($"{(schemaPointer.Length == 0 ? "the root of the schema" : schemaPointer)}: {problem}", innerException)
    {
        SchemaPointer = schemaPointer;
        Problem = problem;
    }

    /// <summary>JSON Pointer to the place in the schema; empty for its root.</summary>
    public string SchemaPointer { get; }

    /// <summary>What is wrong there, one sentence without a full stop.</summary>
    public string Problem { get; }
}
