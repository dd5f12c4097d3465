namespace Conformance.Matrix.Verdicts;

/// <summary>Ends a scenario because what it is about could not be looked at, which is no fault of the server's that could be shown: a
/// deadline of the suite ran out, or something that prepares the scenario failed.</summary>
/// <param name="reason">Why, one phrase.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class NotCheckedException(string reason, Exception? inner = null) : Exception(reason, inner);
