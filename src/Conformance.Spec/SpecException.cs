namespace Conformance.Spec;

/// <summary>The specification's data, or the catalogue, cannot be used as it is. The message has one line for each error.</summary>
public sealed class SpecException : ConformanceException
{
    /// <summary>An exception for one error that is in no file.</summary>
    public SpecException(string message)
        : this(new[] { new SpecError(message) })
    {
    }

    /// <summary>An exception for all errors that one run has found; it puts them in the order of file and line.</summary>
    public SpecException(IEnumerable<SpecError> errors)
        : this(InOrder(errors))
    {
    }

    private SpecException(SpecError[] errors)
        : base(ErrorKind.Usage, [.. errors.Select(error => error.ToProblem())]) => Errors = errors;

    /// <summary>An exception for one error that is in no file, with what to do about it and the exception that revealed it.</summary>
    public SpecException(Problem problem, Exception? inner = null)
        : base(ErrorKind.Usage, [problem], inner) => Errors = [new SpecError(problem.ToString())];

    /// <summary>An exception for one error that is in no file.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="nextStep">What to do.</param>
    public SpecException(string what, string nextStep)
        : this(new Problem(what) { NextStep = nextStep })
    {
    }

    /// <summary>Every error of the run, at least one.</summary>
    public IReadOnlyList<SpecError> Errors { get; }

    private static SpecError[] InOrder(IEnumerable<SpecError> errors) =>
        [.. errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Column)];
}
