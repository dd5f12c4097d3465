using Conformance.Matrix.Exchanges;

namespace Conformance.Steps.Scenes;

/// <summary>One of the calls of a step that makes several.</summary>
/// <param name="Name">What is its own, as a report says it: <c>without /password</c>, <c>m.login.dummy</c>.</param>
/// <param name="Exchange">The call with its answer.</param>
public sealed record Variant(string Name, Exchange Exchange);
