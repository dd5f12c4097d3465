using Conformance.Spec;

namespace Conformance.Matrix.Companions;

/// <summary>A request of the homeserver that is not as the specification has it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Operation">What it is for.</param>
/// <param name="What">What is wrong, one phrase that begins with the place: <c>/sid: expected string, got null</c>. Not redacted.</param>
public sealed record CompanionFault(CompanionRequest Request, Operation Operation, string What);
