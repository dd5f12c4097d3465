namespace Conformance.Matrix.Judging;

/// <summary>The body that the specification prescribes for an answer.</summary>
internal enum BodyExpectation
{
    /// <summary>None that could be judged.</summary>
    None,

    /// <summary>A JSON object or another JSON value, as <c>application/json</c>.</summary>
    Json,
}
