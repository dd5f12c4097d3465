using Conformance.Runner.Features;

namespace Conformance.Runner.Catalogue;

/// <summary>One step form, as a writer of features wants to know it.</summary>
/// <param name="Kinds">The kinds of step that it is, in the order of <see cref="StepKind"/>.</param>
/// <param name="Expression">The expression as written in the code.</param>
/// <param name="Argument">What follows the line; null where nothing does.</param>
/// <param name="Summary">The summary of its method, as plain text with code in backticks; empty where there is none.</param>
/// <param name="Group">The class that it is in.</param>
/// <param name="GroupSummary">The summary of that class; empty where there is none.</param>
/// <param name="Uses">How many lines of the features use it. A background's or an outline's line is one.</param>
public sealed record StepForm(
    IReadOnlyList<StepKind> Kinds,
    string Expression,
    StepFormArgument? Argument,
    string Summary,
    string Group,
    string GroupSummary,
    int Uses);
