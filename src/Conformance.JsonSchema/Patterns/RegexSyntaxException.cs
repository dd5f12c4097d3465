namespace Conformance.JsonSchema.Patterns;

/// <summary>A regular expression that ECMA-262 does not allow in unicode mode, or that needs a property this validator has no data
/// for.</summary>
internal sealed class RegexSyntaxException(string problem) : Exception(problem);
