namespace Conformance.Runner.Features;

/// <summary>A feature file breaks the grammar. The message has one line for each error: <c>file:line: what is wrong</c>.</summary>
public sealed class FeatureSyntaxException : Exception
{
    /// <summary>Takes the errors of one file.</summary>
    /// <param name="errors">The errors, in the order of the lines; at least one.</param>
    public FeatureSyntaxException(IReadOnlyList<FeatureSyntaxError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>The errors, in the order of the lines.</summary>
    public IReadOnlyList<FeatureSyntaxError> Errors { get; }
}
