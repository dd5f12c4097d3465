namespace Conformance.Steps.Phrases;

/// <summary>An operation of the specification, by its id.</summary>
/// <param name="Id">The <c>operationId</c>, e.g. <c>deleteDevice</c>.</param>
public sealed record OperationPhrase(string Id)
{
    /// <summary>The form of an operation, for step expressions.</summary>
    public const string Pattern = @"(\w+)";
}
