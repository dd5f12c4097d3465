namespace Conformance.Runner.Features;

/// <summary>A place where a feature file breaks the grammar.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Message">What is wrong.</param>
public sealed record FeatureSyntaxError(string File, int Line, string Message)
{
    /// <summary>One line: <c>file:line: what is wrong</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}: {Message}");
}
