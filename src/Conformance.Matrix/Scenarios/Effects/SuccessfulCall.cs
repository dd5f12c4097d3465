using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Scenarios.Effects;

/// <summary>A call that the server answered with 200.</summary>
/// <param name="Call">The call.</param>
/// <param name="Caller">Who made it.</param>
/// <param name="Exchange">What came of it.</param>
internal sealed record SuccessfulCall(OperationCall Call, Caller Caller, Exchange Exchange)
{
    /// <summary>An argument that is a string; null for any other, or none.</summary>
    public string? Argument(string name) =>
        Call.Arguments.GetValueOrDefault(name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A member of the answer that is a string; null for any other, or none.</summary>
    public string? Answer(string name) => Exchange.Response?.Json?.Text(name);
}
