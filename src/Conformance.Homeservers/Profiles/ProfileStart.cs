using Conformance.Matrix.Targets;

namespace Conformance.Homeservers.Profiles;

/// <summary>How the start of a profile went.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Target">The homeserver as it was found; null if it did not start.</param>
/// <param name="Failure">Why it did not start, for people; null if it did.</param>
/// <param name="Duration">From the start of its homeserver to its readiness, or its failure.</param>
/// <param name="ReadyAfter">From the making of the scheduler to the same moment; other profiles may have started before.</param>
public sealed record ProfileStart(Profile Profile, Target? Target, string? Failure, TimeSpan Duration, TimeSpan ReadyAfter);
