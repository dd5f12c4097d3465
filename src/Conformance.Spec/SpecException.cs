namespace Conformance.Spec;

/// <summary>The specification's data, or the catalogue, cannot be used as it is. The message has one line for each error.</summary>
public sealed class SpecException : Exception
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
        : base(string.Join('\n', errors.AsEnumerable()))
    {
        Errors = errors;
    }

    /// <summary>An exception for one error with the exception that revealed it.</summary>
    public SpecException(string message, Exception innerException)
        : base(message, innerException)
    {
        Errors = [new SpecError(message)];
    }

    /// <summary>Every error of the run, at least one.</summary>
    public IReadOnlyList<SpecError> Errors { get; }

    private static SpecError[] InOrder(IEnumerable<SpecError> errors) =>
        [.. errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Column)];
}
