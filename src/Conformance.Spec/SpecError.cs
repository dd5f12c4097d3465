namespace Conformance.Spec;

/// <summary>Something wrong with the specification's data or with the catalogue: where, and what.</summary>
/// <param name="File">The file, as the user knows it; empty where the trouble is in no file.</param>
/// <param name="Line">The line, counted from 1; 0 where there is none.</param>
/// <param name="Column">The column, counted from 1; 0 where there is none.</param>
/// <param name="Pointer">The place as a JSON Pointer in fragment form (<c>#/paths/~1devices/get</c>); null if it adds nothing.</param>
/// <param name="Message">One sentence: what is wrong, why, and what to do.</param>
public sealed record SpecError(string File, int Line, int Column, string? Pointer, string Message)
{
    /// <summary>An error that is in no file.</summary>
    public SpecError(string message)
        : this("", 0, 0, null, message)
    {
    }

    /// <summary>The error as the user reads it.</summary>
    public Problem ToProblem() => new(Message)
    {
        Place = File.Length == 0 && Pointer is null ? null : ErrorPlace.InFile(File, File.Length == 0 ? 0 : Line, Pointer),
    };

    /// <summary>One line: <c>file:line: pointer: message</c>, without the parts that are missing.</summary>
    public override string ToString() => ToProblem().ToString();
}
