using Conformance.Matrix.Actors;
using Conformance.Matrix.Targets;

namespace Conformance.Matrix.UserInteractive;

/// <summary>What a stage's solver may draw on.</summary>
/// <param name="Owner">Whose credentials are to be used; null where nobody's are, as in a first registration.</param>
/// <param name="Target">The homeserver under test.</param>
public sealed record StageContext(Actor? Owner, Target Target);
