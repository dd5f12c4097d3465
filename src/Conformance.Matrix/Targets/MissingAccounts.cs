using Conformance.Spec;

namespace Conformance.Matrix.Targets;

/// <summary>Why the suite has no accounts at a homeserver. What can be looked at without one still is.</summary>
/// <param name="Need">What would have to be offered; the reason for which scenarios that need an account are skipped.</param>
/// <param name="Problem">What was seen, and what the user can do.</param>
public sealed record MissingAccounts(Need Need, Problem Problem);
