using Conformance.Reports.Model;

namespace Conformance.Reports.Baselines;

/// <summary>The deviations of a server that are known and accepted: what a run may find without failing.</summary>
public sealed record Baseline
{
    /// <summary>The file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>The entries, in the file's order; no two are about the same check.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; init; } = [];

    /// <summary>The comments at the file's beginning that belong to no entry, without <c>#</c>.</summary>
    public IReadOnlyList<string> Preamble { get; init; } = [];

    /// <summary>The comments after the last entry, without <c>#</c>.</summary>
    public IReadOnlyList<string> Postscript { get; init; } = [];

    /// <summary>Reads a baseline.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="vocabulary">What its entries may name.</param>
    /// <exception cref="BaselineException">It is not a baseline, or names something unknown; all errors, one a line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Baseline Load(string file, BaselineVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return Parse(file, System.IO.File.ReadAllText(file), vocabulary);
    }

    /// <summary>Reads the text of a baseline.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="vocabulary">What its entries may name.</param>
    /// <exception cref="BaselineException">It is not a baseline, or names something unknown; all errors, one a line.</exception>
    public static Baseline Parse(string file, string text, BaselineVocabulary vocabulary) =>
        new BaselineReader(file, vocabulary).Read(text);
}
