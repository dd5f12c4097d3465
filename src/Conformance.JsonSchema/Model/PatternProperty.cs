using Conformance.JsonSchema.Patterns;

namespace Conformance.JsonSchema.Model;

/// <summary>One entry of <c>patternProperties</c>.</summary>
internal sealed record PatternProperty(Pattern Pattern, Schema Schema);
