using Conformance.Gherkin;

namespace Conformance.Cli.Vocabulary;

/// <summary>A step form of the vocabulary.</summary>
/// <param name="Group">What the forms of its class are about, one phrase.</param>
/// <param name="Kinds">The kinds of step that it can be.</param>
/// <param name="Expression">Its expression.</param>
/// <param name="Documentation">What it does, in Markdown; empty where nothing is written.</param>
/// <param name="Uses">How many steps of the features have this form.</param>
internal sealed record StepForm(string Group, IReadOnlyList<StepKind> Kinds, string Expression, string Documentation, int Uses)
{
    /// <summary>Kinds and expression, e.g. <c>Given/When {caller} calls {call}</c>.</summary>
    public override string ToString() => $"{string.Join('/', Kinds)} {Expression}";
}
